/** What the directory of a zip says about a member, and where its bytes are. */
export interface ZipMember {
  /** As it stands in the file. */
  readonly name: string;
  readonly method: "stored" | "deflated";
  /** Of the member's own header. */
  readonly at: number;
  readonly packed: number;
  readonly inflated: number;
  readonly crc: number;
}
