import type { TrafficPoint } from "../api.ts";

/** One line of a chart. */
export interface Series {
  name: string;
  points: { x: Date; y: number }[];
}

/** Bytes per second in both directions. */
export function directionsOf(history: readonly TrafficPoint[]): Series[] {
  return [
    { name: "To servers", points: history.map(({ at, bytesToServer }) => ({ x: new Date(at), y: bytesToServer })) },
    { name: "To clients", points: history.map(({ at, bytesToClient }) => ({ x: new Date(at), y: bytesToClient })) },
  ];
}

/** Bytes per second of those services that carry the most; a service that is not told of at some point carried nothing to speak of. */
export function servicesOf(history: readonly TrafficPoint[], most: number): Series[] {
  const totals = new Map<string, number>();
  for (const { services } of history) {
    for (const { name, bytesPerSecond } of services) {
      totals.set(name, (totals.get(name) ?? 0) + bytesPerSecond);
    }
  }
  return [...totals]
    .sort(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([name]) => ({
      name,
      points: history.map(({ at, services }) => ({
        x: new Date(at),
        y: services.find((service) => service.name === name)?.bytesPerSecond ?? 0,
      })),
    }));
}

/** New connections per second. */
export function connectionsOf(history: readonly TrafficPoint[]): Series[] {
  return [{ name: "Connections", points: history.map(({ at, connections }) => ({ x: new Date(at), y: connections })) }];
}
