import type { PublicAuthority } from "../certificates/source.ts";
import type { DialRate } from "../desk/telephony/dial_rate.ts";
import type { Telephony } from "../desk/telephony/telephony.ts";
import type { Actor } from "../domain/audit.ts";
import type { LogSize, SpaceLevel } from "../domain/disk_space.ts";
import type { Fault } from "../domain/fault.ts";
import type { KeeperName, Kept } from "../domain/keeper.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { PortInfo } from "../switches/serial/port_info.ts";
import type { LiveHub } from "../live/hub.ts";
import type { ProgramMetrics } from "../metrics/program_metrics.ts";
import type { BackupsSeen } from "../store/backup/backup_trouble.ts";
import type { Store } from "../store/database.ts";
import type { OfficeSettings } from "../store/office_settings.ts";

/** Whether the server works, as far as it knows of itself. */
export interface HealthSource {
  /** What does not, the worst first; none where all is well. Lines are not in it. */
  faults(): readonly Fault[];
}

/** The room on the disk of the data folder, as it was found a few seconds ago. */
export interface SpaceSource {
  readonly level: SpaceLevel;
  readonly freeBytes: number;
  /** What grows while another program reads the database for long. */
  readonly log: LogSize;
}

/** The server by TLS. */
export interface HttpsOffer {
  readonly port: number;
  /** What browsers have to trust first; null where they trust the certificate anyway. */
  readonly authority: PublicAuthority | null;
  /** Names and addresses of the machine by which browsers are warned all the same. */
  readonly leftOut: readonly string[];
}

/** What the server does again and again by itself, as far as it knows. */
export interface KeeperSource {
  states(): readonly (Kept & { readonly name: KeeperName })[];
}

/** What lies in the folder of the backups. */
export interface BackupSource {
  /** As it was seen last, within a minute; null before the first look. */
  seen(): BackupsSeen | null;
  /** Looks again, which can take seconds. */
  look(): Promise<BackupsSeen>;
}

/** What the web is given by whoever starts it. */
export interface WebDeps {
  readonly store: Store;
  /** The folder of the store, in which uploads are kept until they are read. */
  readonly data: string;
  readonly jobs: Jobs;
  readonly keepers: KeeperSource;
  readonly backups: BackupSource;
  readonly hub: LiveHub;
  readonly telephony: Telephony;
  readonly dialRate: DialRate;
  /** The serial ports of this machine. Throws PortError `unsupported` where they cannot be asked for. */
  readonly ports: () => readonly PortInfo[];
  readonly health: HealthSource;
  readonly space: SpaceSource;
  readonly metrics: ProgramMetrics;
  /** Milliseconds since the epoch, UTC. */
  readonly clock: () => number;
  readonly version: string;
  readonly office: OfficeSettings;
  /** Opens the setup of an office that has no administrator; shown by the console alone. */
  readonly setupCode: string;
  /** Whether every page says that this is a demonstration. */
  readonly demo: boolean;
  /** How browsers come over TLS; null where they cannot. */
  readonly https: HttpsOffer | null;
  /** With which URL a link begins that is opened elsewhere, for somebody who came by this host. */
  readonly linkOrigin: (host: string) => string;
  /** Whether they are told to come in no other way. */
  readonly hsts: boolean;
  /** Stops the server a moment later, puts the checked backup in place and starts again; `by` wants it. */
  readonly restore: (by: Actor) => void;
}
