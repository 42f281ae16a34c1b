/** What each option of the command line says, by its name: `belltower help COMMAND` shows those that its usage has. */
export const OPTION_WORDS: Readonly<Record<string, string>> = {
  "accept-log-missing": "restores a copy of a database without the log that lay beside it",
  "accept-foreign": "restores a backup that nothing proves to be this installation's own",
  "audit-days": "how long the audit is kept; 730",
  "calls-per-minute": "how often the virtual PBX rings",
  cert: "the office's own certificate, a PEM file, in place of one that the server makes",
  config: "a file of settings in place of belltower.json in the data folder",
  data: "the folder with everything that is kept",
  delimiter: "what stands between the fields of a text file; without it, what is found",
  dialect: "how the switch speaks: a name, or a JSON file that says what differs",
  "dry-run": "shows what would be done, and does nothing",
  duplicates:
    "what becomes of a customer who is there already: left, overwritten, filled up, a second one",
  encoding: "the encoding of a text file; without it, what is found",
  extension: "the person's own: a number on every line, or LINE:NUMBER; several by commas",
  format: "jsonl for programs, csv, or xlsx for people; jsonl",
  "heading-row":
    "the row of the headings, or two of them (3-4), or none; without it, what is found",
  hsts: "browsers come to this host by HTTPS only from then on, for half a year; off",
  http: "where the server answers plainly; 127.0.0.1:8416, this machine alone",
  https: "where it answers by HTTPS; 0.0.0.0:8443, the whole network (the demo: off)",
  key:
    "serve: the key of --cert, a PEM file; import: by what a row and a customer are the same (number and name)",
  language: "of the headings; the office's",
  line:
    "the serial port of the switch (`belltower ports` lists them); else those of the web's settings",
  "log-days": "how long the log's files are kept; 30",
  "log-file": "whether the log goes into files too; on",
  "log-level": "the least urgent entries of the log; info",
  mapping: "a JSON file that says which column is what",
  name: "the person's name; the login",
  "new-office": "takes an empty folder, or another office's, for the office from now on",
  out: "the file to write; standard output",
  "passphrase-stdin": "reads the backup's passphrase from standard input",
  "password-stdin": "reads the password from standard input",
  "plain-http":
    "whether the network may come without HTTPS, passwords and all; loopback: it may not",
  "public-url":
    "by which people come through a proxy or the office's names, such as https://belltower.office.example",
  "raw-frame-days": "how long the bytes of the line are kept; 30",
  refused: "a file for the rows that cannot be stored, and why",
  role: "what the person may do",
  "self-test": "the port with the plug in it",
  sheet: "the sheet of a workbook, by its name; without it the one that people see",
  "time-zone": "the office's, such as Asia/Seoul",
  "trusted-proxy": "whose word about who asks is believed, such as 127.0.0.1",
};
