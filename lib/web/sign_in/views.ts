/** As in view_data.ts. */
export interface SignInViews {
  "sign_in/login": {
    readonly login: string;
    readonly error: string | null;
    readonly next: string;
    /** Whether there is somebody whom browsers have to trust first. */
    readonly trust: boolean;
    /** Nobody can set up the office yet: the page leads to where that begins. */
    readonly unmanaged: boolean;
  };
}
