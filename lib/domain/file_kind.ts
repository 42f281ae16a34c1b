/** What people call a file, for a word and an icon. */
export const FILE_KINDS = [
  ...["image", "pdf", "hangul", "document", "sheet", "slides", "drawing"],
  ...["audio", "video", "mail", "archive", "program", "file"],
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

const BY_TYPE: readonly (readonly [RegExp, FileKind])[] = [
  [/^image\/vnd\.d(?:wg|xf)$|visio/, "drawing"],
  [/^image\//, "image"],
  [/^audio\//, "audio"],
  [/^video\//, "video"],
  [/^application\/pdf$/, "pdf"],
  [/hwp/, "hangul"],
  [/spreadsheet|ms-excel/, "sheet"],
  [/presentation|ms-powerpoint/, "slides"],
  [/msword|wordprocessing|opendocument\.text|rtf|epub/, "document"],
  [/opendocument\.graphics/, "drawing"],
  [/ms-outlook/, "mail"],
  [/portable-executable/, "program"],
  [/zip|7z|rar|x-alz|x-egg/, "archive"],
];

/** Of what the first bytes do not say, or said to an older program only in part, the name says it. */
const BY_ENDING: readonly (readonly [RegExp, FileKind])[] = [
  [/\.hei[cf]s?$/i, "image"],
  [/\.hwp[x]?$|\.hwt$/i, "hangul"],
  [/\.(?:do[ct][xm]?|odt|rtf|txt|md|log)$/i, "document"],
  [/\.(?:xl[st][xmb]?|ods|csv|tsv)$/i, "sheet"],
  [/\.(?:p[op][tsw][xm]?|odp)$/i, "slides"],
  [/\.(?:dwg|dxf|vsdx?)$/i, "drawing"],
  [/\.(?:eml|msg)$/i, "mail"],
];
const UNSURE = /octet-stream|ole-storage|^application\/zip$|^video\/mp4$/;

/** `type` as `fileType` said it; `name` as it is kept. */
export function fileKind(type: string, name: string): FileKind {
  const byName = UNSURE.test(type) ? BY_ENDING.find(([form]) => form.test(name)) : undefined;
  return (byName ?? BY_TYPE.find(([form]) => form.test(type)))?.[1] ?? "file";
}
