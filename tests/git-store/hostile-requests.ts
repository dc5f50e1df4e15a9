import { largestMedia, longestText } from "#domain/editing/protocol.ts";
import {
  branchNames,
  collections,
  entryIds,
  originalPaths,
  places,
  slugs,
} from "./hostile-names.ts";
import { saved, wetterau } from "./world.ts";

/** What is sent; where a part is absent, as a good client sends it. */
export interface Sent {
  readonly method?: string;
  /** `HOST` and `PORT` stand for the server's own; undefined leaves a header out. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Pieces are sent without saying how long they are together. */
  readonly body?: string | Buffer | readonly Buffer[];
}

/** What it tries, what the server has to answer, what is sent. */
export type Hostile = readonly [name: string, status: number, sent: Sent];

const originals = "public/originals/2025";
const original = `${originals}/wetteraukreis.txt`;
const address = { collection: wetterau.collection, slug: wetterau.slug };
const long = "a".repeat(100_000);

export function does(action: unknown, params: unknown = {}): Sent {
  return { body: JSON.stringify({ branch: "main", action, params }) };
}

export function upload(path: string, content: string | Buffer): object {
  return { path, content: Buffer.from(content).toString("base64"), encoding: "base64" };
}

/** One good request of each action that leaves everything as it is. */
export const harmless = {
  info: {},
  entriesByFolder: { folder: "src/content/pages", extension: "mdx", depth: 1 },
  entriesByFiles: { files: [{ path: wetterau.path }] },
  getEntry: { path: wetterau.path },
  unpublishedEntries: {},
  unpublishedEntry: { id: "agreements-2025/wetteraukreis" },
  unpublishedEntryDataFile: { ...address, path: wetterau.path },
  unpublishedEntryMediaFile: { ...address, path: original },
  updateUnpublishedEntryStatus: { ...address, newStatus: "draft" },
  getMedia: { mediaFolder: originals },
  getMediaFile: { path: original },
  getDeployPreview: address,
  getPRMetadata: address,
  getNotes: address,
};

/** And of those that change something. */
const changing = {
  persistEntry: { ...saved(wetterau, "Neu\n") },
  publishUnpublishedEntry: address,
  deleteUnpublishedEntry: address,
  deleteFiles: { paths: ["src/content/agreements/2025/darmstadt.mdx"] },
  persistMedia: { asset: upload(original, "§ 1") },
};

const good: Readonly<Record<string, object>> = { ...harmless, ...changing };

/** A good request with other values in it. */
const but = (action: string, params: object) => does(action, { ...good[action], ...params });

const saves = (raw: string, assets: readonly object[] = []): Sent =>
  does("persistEntry", saved(wetterau, raw, undefined, assets));

const withHeaders =
  (status: number) =>
  ([name, headers]: readonly [string, NonNullable<Sent["headers"]>]): Hostile => [
    name,
    status,
    { headers },
  ];

const senders: readonly Hostile[] = (
  [
    ["another site's Host", { Host: "evil.example" }],
    ["another site's Host on our port", { Host: "evil.example:PORT" }],
    ["a Host that begins with our name", { Host: "localhost:PORT.evil.example" }],
    ["a Host that resolves to this machine", { Host: "127.0.0.1.nip.io:PORT" }],
    ["a Host without port", { Host: "localhost" }],
    ["a Host on another port", { Host: "localhost:1" }],
    ["Host 0.0.0.0", { Host: "0.0.0.0:PORT" }],
    ["Host 127.1", { Host: "127.1:PORT" }],
    ["a Host as a number", { Host: "2130706433:PORT" }],
    ["a Host with a dot at its end", { Host: "localhost.:PORT" }],
    ["a Host with a user", { Host: "localhost:PORT@evil.example" }],
    ["an empty Host", { Host: "" }],
    ["a second Host", { Host: ["HOST", "evil.example"] }],
    ["another site's Origin", { Origin: "https://evil.example" }],
    ["the Origin of a sandboxed frame", { Origin: "null" }],
    ["an empty Origin", { Origin: "" }],
    ["an Origin on another port", { Origin: "http://localhost:1" }],
    ["an Origin of another scheme", { Origin: "https://HOST" }],
    ["an Origin that begins with ours", { Origin: "http://HOST.evil.example" }],
    ["an Origin of our other name", { Origin: "http://127.0.0.1:PORT" }],
    ["an Origin with a path", { Origin: "http://HOST/" }],
    ["a second Origin", { Origin: ["http://HOST", "https://evil.example"] }],
    ["another site without Origin", { Origin: undefined, "Sec-Fetch-Site": "cross-site" }],
    ["another port of this machine", { "Sec-Fetch-Site": "same-site" }],
    ["a link in a mail", { "Sec-Fetch-Site": "none" }],
    ["another site's form", { Origin: "https://evil.example", "Content-Type": "text/plain" }],
  ] as const
).map(withHeaders(403));

const preflight: Hostile = [
  "another site's question whether it may",
  403,
  {
    method: "OPTIONS",
    headers: { Origin: "https://evil.example", "Access-Control-Request-Method": "POST" },
  },
];

const methods = ["GET", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"].map(
  (method): Hostile => [`method ${method}`, 405, { method, body: "" }],
);

const types: readonly Hostile[] = [
  ...[
    undefined,
    "text/plain",
    "text/json",
    "application/jsonp",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/json; charset=utf-16",
    "application/json; charset=iso-8859-1",
    "application/json, text/plain",
    "application/json; boundary=x",
    "text/plain; application/json",
  ].map((type) => withHeaders(415)([`type ${type}`, { "Content-Type": type }])),
  ...(
    [
      ["a second type", { "Content-Type": ["application/json", "text/plain"] }],
      ["packed with gzip", { "Content-Encoding": "gzip" }],
      ["packed with br", { "Content-Encoding": "br" }],
    ] as const
  ).map(withHeaders(415)),
];

const lists = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

const bodies: readonly Hostile[] = (
  [
    ["nothing", ""],
    ["a space", " "],
    ["a form", "action=info"],
    ["half of a JSON", '{"action":"info"'],
    ["a comma too many", '{"action":"info","params":{},}'],
    ["two JSONs", '{"action":"info","params":{}}{"action":"info","params":{}}'],
    ["a comment", '{"action":"info","params":{}} // x'],
    ["a NUL after it", '{"action":"info","params":{}}\0'],
    ["NaN", '{"action":"entriesByFolder","params":{"depth":NaN}}'],
    ["UTF-8 that breaks off", Buffer.from([0x22, 0xc3, 0x22])],
    ["a slash in overlong UTF-8", Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
    ["half a pair in UTF-8", Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ["UTF-16", Buffer.from(String(does("info").body), "utf16le")],
    ["null", "null"],
    ["a number", "7"],
    ["a text", '"info"'],
    ["true", "true"],
    ["a list", "[]"],
    ["a list of requests", '[{"action":"info","params":{}}]'],
    ["an empty object", "{}"],
    ["lists in lists, ten thousand deep", lists(10_000)],
    ["lists in lists, a million deep", lists(1_000_000)],
    ["params of lists in lists", `{"action":"getEntry","params":${lists(100_000)}}`],
    ["a path of lists in lists", `{"action":"getEntry","params":{"path":${lists(100_000)}}}`],
    ["an action in the prototype", '{"__proto__":{"action":"info","params":{}}}'],
    [
      "a path in the prototype",
      `{"action":"getEntry","params":{"__proto__":{"path":"${wetterau.path}"}}}`,
    ],
    [
      "a path in the constructor",
      `{"action":"getEntry","params":{"constructor":{"prototype":{"path":"${wetterau.path}"}}}}`,
    ],
  ] as const
).map(([name, body]) => [name, 400, { body }]);

const actions: readonly Hostile[] = [
  "",
  "INFO",
  " info",
  "info\0",
  "__proto__",
  "constructor",
  "toString",
  "addNote",
  "rollback",
  "../info",
  long,
  null,
  7,
  ["info"],
  { info: 1 },
].map((action) => [`action ${show(action)}`, 400, does(action)]);

/** Each action without its fields, and each field with a value of every other type. */
const fields: readonly Hostile[] = Object.entries(good)
  .flatMap(([action, params]) => [
    ...[undefined, null, 7, "x", [], true].map(
      (wrong): Hostile => [`${action}: params ${show(wrong)}`, 400, does(action, wrong ?? null)],
    ),
    ...Object.entries(params).flatMap(([field, value]) => {
      if (value === undefined) return [];
      const others = [7, true, "x", [[7]], { length: 1 }].filter(
        (other) => typeof other !== typeof value || Array.isArray(other) !== Array.isArray(value),
      );
      const wrong = Array.isArray(value) ? [...others, [7], [null], [[]]] : [...others, null];
      return wrong.map(
        (other): Hostile => [
          `${action}: ${field} ${show(other)}`,
          // What names an entry may be left out where an id does.
          400,
          but(action, { [field]: other }),
        ],
      );
    }),
  ])
  .filter(([name]) => name !== "unpublishedEntry: id null");

const amounts: readonly Hostile[] = [
  ["no file to delete", 400, but("deleteFiles", { paths: [] })],
  ["a file and another entry's", 403, but("deleteFiles", { paths: [wetterau.path, "README.md"] })],
  ["an original alone", 422, but("deleteFiles", { paths: [original] })],
  ["1001 files", 400, but("entriesByFiles", { files: Array(1001).fill({ path: wetterau.path }) })],
  ["depth 0", 400, but("entriesByFolder", { depth: 0 })],
  ["depth -1", 400, but("entriesByFolder", { depth: -1 })],
  ["depth 1.5", 400, but("entriesByFolder", { depth: 1.5 })],
  ["extension of a program", 400, but("entriesByFolder", { extension: "exe" })],
  ["extension with a way out", 400, but("entriesByFolder", { extension: "/../../package.json" })],
  ["no text", 400, but("persistEntry", { dataFiles: [] })],
  ["two texts", 400, but("persistEntry", { dataFiles: Array(2).fill(changing.persistEntry) })],
  ["11 uploads", 400, saves("Neu\n", Array(11).fill(upload(original, "§ 1")))],
  ["a state of its own", 400, but("updateUnpublishedEntryStatus", { newStatus: "published" })],
  ["a state in the prototype", 400, but("updateUnpublishedEntryStatus", { newStatus: "toString" })],
  ["saved as approved and more", 400, but("persistEntry", { options: { status: "approved" } })],
  ["a version as an object", 400, but("persistEntry", { version: { $ne: null } })],
  ["a version of nowhere", 409, but("persistEntry", { version: "0".repeat(40) })],
  ["a version like an option", 409, but("publishUnpublishedEntry", { version: "--all" })],
  ["a version of a ref", 409, but("deleteUnpublishedEntry", { version: "refs/heads/main" })],
  ["a version of 100,000 letters", 400, but("publishUnpublishedEntry", { version: long })],
  ["what nobody has approved", 409, does("publishUnpublishedEntry", address)],
];

const oddPlaces: readonly Hostile[] = [
  ...places.map((place) => [place, 403] as const),
  ...["", `src/content/pages/${long}.mdx`].map((place) => [place, 400] as const),
].flatMap(([place, status]): Hostile[] => {
  const tried = (action: string, params: object, instead: number = status): Hostile => [
    `${action}: ${show(place)}`,
    status === 400 ? 400 : instead,
    but(action, params),
  ];
  return [
    tried("getEntry", { path: place }),
    tried("entriesByFiles", { files: [{ path: place }] }),
    // The one place of the list that is good for this.
    ...(place === "src/content" ? [] : [tried("entriesByFolder", { folder: place })]),
    tried("getMedia", { mediaFolder: place }),
    tried("getMediaFile", { path: place }),
    tried("unpublishedEntryDataFile", { path: place }),
    tried("unpublishedEntryMediaFile", { path: place }),
    tried("deleteFiles", { paths: [place] }),
    tried("persistEntry", { ...saved({ path: place, slug: "impressum" }, "Neu\n") }),
    tried("persistEntry", { dataFiles: [{ ...wetterau, raw: "Neu\n", newPath: place }] }, 422),
    tried("persistEntry", { assets: [upload(place, "§ 1")] }, 422),
    tried("persistMedia", { asset: upload(place, "§ 1") }, 422),
  ];
});

const media = originalPaths.flatMap((path): Hostile[] => [
  [`getMediaFile: ${show(path)}`, 403, but("getMediaFile", { path })],
  [`unpublishedEntryMediaFile: ${show(path)}`, 403, but("unpublishedEntryMediaFile", { path })],
  [`upload: ${show(path)}`, 422, saves("Neu\n", [upload(path, "§ 1")])],
]);

const folders: readonly Hostile[] = [
  ...[
    "src/content/",
    "src/content/agreements/..",
    "src/content/agreements/1999",
    "src/content/pages/2025",
    ".",
  ].map((folder): Hostile => [`folder ${folder}`, 403, but("entriesByFolder", { folder })]),
  ...[
    "public",
    "public/originals/",
    "public/originals/..",
    "public/originals/1999",
    "src/content/pages",
  ].map((mediaFolder): Hostile => [`folder ${mediaFolder}`, 403, but("getMedia", { mediaFolder })]),
];

const byAddress = [
  "unpublishedEntry",
  "unpublishedEntryDataFile",
  "unpublishedEntryMediaFile",
  "updateUnpublishedEntryStatus",
  "publishUnpublishedEntry",
  "deleteUnpublishedEntry",
  "getDeployPreview",
  "getPRMetadata",
  "getNotes",
];

const addresses: readonly Hostile[] = byAddress.flatMap((action) => {
  const tried = (status: number, params: { collection?: string; slug?: string }): Hostile => [
    `${action}: ${show(params.collection ?? params.slug)}`,
    status,
    but(action, { id: undefined, ...address, ...params }),
  ];
  return [
    ...slugs.map((slug) => tried(403, { slug })),
    ...collections.map((collection) => tried(403, { collection })),
    ...["", long].flatMap((wrong) => [
      tried(400, { slug: wrong }),
      tried(400, { collection: wrong }),
    ]),
  ];
});

const ids: readonly Hostile[] = [
  ...entryIds.map((id): Hostile => [`id ${show(id)}`, 403, does("unpublishedEntry", { id })]),
  ["no id and no name", 403, does("unpublishedEntry", {})],
  ["an empty id", 400, does("unpublishedEntry", { id: "" })],
  ["a very long id", 400, does("unpublishedEntry", { id: `agreements-2025/${long}` })],
];

const savedNames = [...slugs, "darmstadt"].map(
  (slug): Hostile => [
    `saved as ${show(slug)}`,
    422,
    but("persistEntry", { dataFiles: [{ ...wetterau, slug, raw: "Neu\n" }] }),
  ],
);

const branches: readonly Hostile[] = branchNames.flatMap((branch): Hostile[] => [
  [`branch ${show(branch)}`, 403, but("getEntry", { branch })],
  [`branch ${show(branch)} to publish`, 403, but("publishUnpublishedEntry", { branch })],
  [
    `branch ${show(branch)} of the whole request`,
    403,
    { body: JSON.stringify({ branch, action: "getEntry", params: harmless.getEntry }) },
  ],
]);

const wrongBranches = ["", long, 7, null, ["main"], {}].map(
  (branch): Hostile => [`branch ${show(branch)}`, 400, but("getEntry", { branch })],
);

const texts: readonly Hostile[] = [
  ["a NUL", 422, saves("a\0b")],
  ["half a pair at the start", 422, saves("\udc00b")],
  ["half a pair at the end", 422, saves("a\ud800")],
  ["a text of 2 MB and a byte", 413, saves("a".repeat(longestText + 1))],
  ["a text of 2 MB and more in euro signs", 413, saves("€".repeat(longestText / 2))],
];

const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const jpeg = Buffer.from("ffd8ffe000104a4649460001", "hex");
const exe = Buffer.from("4d5a90000300000004000000ffff0000", "hex");

const contents: readonly Hostile[] = (
  [
    ["SVG", svg],
    ["SVG after a declaration", `<?xml version="1.0"?>\n<!-- x -->\n${svg}`],
    ["SVG with a slash", "<svg/onload=alert(1)>"],
    ["SVG with a prefix", '<x:svg xmlns:x="http://www.w3.org/2000/svg"/>'],
    ["SVG in capitals", "<SVG></SVG>"],
    ["SVG at the end of the tag's line", "<svg\n></svg>"],
    ["SVG in UTF-16", Buffer.from(`\ufeff${svg}`, "utf16le")],
    ["HTML", "<!doctype html><title>x</title>"],
    ["HTML without a doctype", "<html><body>x</body></html>"],
    ["HTML after spaces", "\n\n  <HTML>x</HTML>"],
    ["HTML after a BOM", "\ufeff<html></html>"],
    ["a script", "<script>alert(1)</script>"],
    ["a frame", "<iframe src=//evil.example></iframe>"],
    ["PNG", png],
    ["JPEG", jpeg],
    ["a Windows program", exe],
    ["a Linux program", Buffer.from("7f454c46020101000000000000000000", "hex")],
    ["a ZIP", Buffer.from("504b0304140000000800ffff", "hex")],
    ["a text in Latin-1", Buffer.from("§ 5 Maßnahmen", "latin1")],
    ["a text with a NUL", "§ 1\0"],
  ] as const
).flatMap(([name, content]): Hostile[] =>
  ["pdf", "txt"].map((extension) => [
    `${name} as .${extension}`,
    422,
    saves("Neu\n", [upload(`${originals}/wetteraukreis.${extension}`, content)]),
  ]),
);

const uploads: readonly Hostile[] = [
  ["a text as .pdf", 422, saves("Neu\n", [upload(`${originals}/wetteraukreis.pdf`, "§ 1")])],
  ["nothing as .pdf", 422, saves("Neu\n", [upload(`${originals}/wetteraukreis.pdf`, "")])],
  ["a PDF as .txt", 422, saves("Neu\n", [upload(original, "%PDF-1.7\n%%EOF")])],
  ["another entry's original", 422, saves("Neu\n", [upload(`${originals}/darmstadt.txt`, "§ 1")])],
  [
    "another year's original",
    422,
    saves("Neu\n", [upload("public/originals/2024/wetteraukreis.txt", "§ 1")]),
  ],
  ["the entry itself as upload", 422, saves("Neu\n", [upload(wetterau.path, "§ 1")])],
  [
    "a second upload that is bad",
    422,
    saves("Neu\n", [upload(original, "§ 1"), upload(`${originals}/wetteraukreis.pdf`, svg)]),
  ],
  [
    "another entry's original, read through a draft",
    403,
    but("unpublishedEntryMediaFile", { path: `${originals}/darmstadt.txt` }),
  ],
  ...["§", "YQ=", "Y Q==", "YQ==\n", "_-8=", "data:text/plain;base64,YQ==", "YQ==YQ=="].map(
    (content): Hostile => [
      `Base64 ${show(content)}`,
      400,
      saves("Neu\n", [{ path: original, content, encoding: "base64" }]),
    ],
  ),
  [
    "content not encoded",
    400,
    saves("Neu\n", [{ path: original, content: "a", encoding: "utf8" }]),
  ],
  [
    "content as a list",
    400,
    saves("Neu\n", [{ path: original, content: [1], encoding: "base64" }]),
  ],
  ["content missing", 400, saves("Neu\n", [{ path: original, encoding: "base64" }])],
  [
    "a PDF of 25 MB and a byte",
    413,
    saves("Neu\n", [
      upload(
        `${originals}/wetteraukreis.pdf`,
        Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(largestMedia - 8, "a")]),
      ),
    ]),
  ],
];

const megabyte = Buffer.alloc(1_000_000, " ");
const sizes: readonly Hostile[] = [
  ["40 MB of spaces", 413, { body: Buffer.alloc(40_000_000, " ") }],
  ["40 MB without a length", 413, { body: Array(40).fill(megabyte) }],
  ["7 MB where no upload is", 413, { body: `${" ".repeat(7_000_000)}${does("info").body}` }],
  ["a note of 7 MB", 413, but("getEntry", { note: "a".repeat(7_000_000) })],
  ["an enormous length", 413, { headers: { "Content-Length": "1000000000000" }, body: "{}" }],
];

export const hostileRequests = {
  senders: [...senders, preflight],
  methods,
  types,
  bodies,
  actions,
  fields,
  amounts,
  places: oddPlaces,
  media,
  folders,
  addresses,
  ids,
  "names to save under": savedNames,
  branches: [...branches, ...wrongBranches],
  texts,
  "contents of uploads": contents,
  uploads,
  sizes,
} satisfies Record<string, readonly Hostile[]>;

/** As it can stand on one line of a report. */
function show(value: unknown): string {
  return (JSON.stringify(value) ?? "missing")
    .replace(
      /[^\x20-\x7e\u00a0-\u024f]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
    )
    .slice(0, 70);
}
