# Runs a command and waits for all processes it started, also for those whose parent did not:
# Node leaves Pagefind behind, and a process that no one waited for counts nowhere.
# Usage: wait-for-all.pl <number of the system call prctl> <command> <arguments …>
use strict;
use warnings;

my $prctl = shift;
my $set_child_subreaper = 36;
syscall($prctl, $set_child_subreaper, 1, 0, 0, 0) == 0 or die "prctl: $!";

my $command = fork;
die "fork: $!" unless defined $command;
if ($command == 0) { exec @ARGV or die "$ARGV[0]: $!" }

my $status = 0;
while ((my $ended = wait) != -1) {
  $status = $? if $ended == $command;
}
exit($status == 0 ? 0 : 1);
