import type { Site, SiteLink, SiteProcess, Topology } from "./api.ts";

/** A site with what belongs to it. */
export interface Member extends Site {
  links: readonly SiteLink[];
  processes: readonly SiteProcess[];
}

/** Each site with its links, the preferred first, and its processes. */
export function membersOf({ sites, links, processes }: Topology): Member[] {
  const members = new Map(
    sites.map((site) => [site.uid, { ...site, links: [] as SiteLink[], processes: [] as SiteProcess[] }]),
  );
  for (const link of links) {
    members.get(link.site)?.links.push(link);
  }
  for (const process of processes) {
    members.get(process.site)?.processes.push(process);
  }
  for (const member of members.values()) {
    member.links.sort((one, other) => one.priority - other.priority);
  }
  return [...members.values()];
}

/** How much of what shall run at a site does. */
export function runningOf({ processes }: Member): string {
  const running = processes.filter(({ state }) => state === "observed").length;
  return `${running} of ${processes.length}`;
}

const UNITS = ["B", "kB", "MB", "GB"];

/** A size as people read it. */
export function sizeOf(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const value = bytes / 1000 ** power;
  return `${value.toFixed(power === 0 ? 0 : 1)} ${UNITS[power]}`;
}

/** How long something took, as people read it. */
export function millisOf(millis: number | undefined): string {
  return millis === undefined ? "–" : `${millis < 10 ? millis.toFixed(1) : Math.round(millis)} ms`;
}

/** A rate as people read it. */
export function rateOf(bytesPerSecond: number | undefined): string | undefined {
  if (bytesPerSecond === undefined) {
    return undefined;
  }
  return `${sizeOf(bytesPerSecond)}/s`;
}
