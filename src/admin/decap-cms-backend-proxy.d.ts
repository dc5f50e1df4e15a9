/** As much of Decap's backend as ours builds on; the package brings no types. */
declare module "decap-cms-backend-proxy" {
  export interface ProxyRequest {
    readonly action: string;
    readonly params: Readonly<Record<string, unknown>>;
  }

  export interface EntryKey {
    readonly id?: string;
    readonly collection?: string;
    readonly slug?: string;
  }

  export interface User {
    readonly name: string;
    readonly login: string;
    readonly email: string;
    readonly token: string;
  }

  export interface MediaFile {
    readonly id: string;
    readonly name: string;
    readonly path: string;
    /** In bytes. */
    readonly size: number;
    readonly url: string;
    readonly displayURL: string;
  }

  export class ProxyBackend {
    constructor(
      config: {
        readonly backend: { readonly proxy_url: string; readonly branch?: string };
        readonly media_folder: string;
      },
      options?: object,
    );
    readonly branch: string;
    readonly mediaFolder: string;
    request(payload: ProxyRequest): Promise<unknown>;
    authenticate(): Promise<User>;
    restoreUser(): Promise<User>;
    getEntry(path: string): Promise<unknown>;
    getMedia(mediaFolder?: string): Promise<MediaFile[]>;
    unpublishedEntry(key: EntryKey): Promise<unknown>;
  }
}
