import { closeSync, fchmodSync, fsyncSync, openSync, writeFileSync } from 'node:fs';

export interface DurableMode {
  readonly mode: number;
  /** Exactly this mode, and not what the umask leaves of it. */
  readonly isExact?: boolean;
}

/** Returns only when the bytes are on the disk. */
export function writeDurably(
  file: string,
  content: string | Uint8Array,
  { mode, isExact = false }: DurableMode,
): void {
  const handle = openSync(file, 'w', isExact ? mode & 0o700 : mode);
  try {
    if (isExact) fchmodSync(handle, mode);
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
