import type { AttachmentOfNetwork, Deployment, EndpointStanding, SiteStanding } from "../../api/types";
import { ObjectLink } from "../../ui/ObjectLink";
import { StatusLabel } from "../../ui/StatusLabel";
import { nameColumn, numberColumn, stateColumn, textColumn, timeColumn } from "../columns";
import type { Kind } from "../kind";

/** What sites make of endpoints. */
export const deploymentKind: Kind<Deployment> = {
  one: "Deployment",
  many: "Deployments",
  explanation: "A deployment is what one site makes of one endpoint: what was decided, what it holds, and how it does.",
  path: "/networks/:network/deployments",
  keyOf: ({ name }) => name,
  columns: [
    nameColumn(({ network, name }) => `/networks/${network}/deployments/${name}`),
    stateColumn(),
    textColumn("Decision", ({ verdict }) => verdict?.decision),
    textColumn("Reason", ({ verdict, cause }) => verdict?.reason ?? cause),
    timeColumn("Since", ({ since }) => since),
  ],
  filters: [
    { name: "state", title: "State", words: ["pending", "running", "failed"] },
    { name: "decision", title: "Decision", words: ["accepted", "declined"] },
  ],
  hasPast: true,
  hasPage: true,
};

/** Where a network's sites connect. */
export const attachmentKind: Kind<AttachmentOfNetwork> = {
  one: "Attachment",
  many: "Attachments",
  explanation: "An attachment is the network's place on an access point of the backbone.",
  path: "/networks/:network/attachments",
  keyOf: ({ name }) => name,
  columns: [
    nameColumn(({ network, name }) => `/networks/${network}/attachments/${name}`),
    stateColumn(),
    textColumn("Reached at", ({ target }) => target && `${target.host}:${target.port}`),
    textColumn("Cause", ({ cause }) => cause),
    timeColumn("Changed", ({ changedAt }) => changedAt),
  ],
  filters: [{ name: "state", title: "State", words: ["requested", "ready", "rejected", "withdrawn"] }],
  hasPast: true,
  hasPage: true,
  historySegment: "backbone-attachments",
};

/** What became of each part of the application at the sites where it is meant to be. */
export const changeKind: Kind<EndpointStanding> = {
  one: "Change",
  many: "Changes",
  explanation: "When the application has parts, this tells how many sites were sent each, and what they made of it.",
  path: "/networks/:network/changes",
  keyOf: ({ endpoint }) => endpoint,
  columns: [
    { title: "Endpoint", cell: ({ endpoint }) => <ObjectLink to={`./${endpoint}`}>{endpoint}</ObjectLink> },
    textColumn("Type", ({ type }) => type),
    numberColumn("Sent to", ({ sites }) => sites),
    numberColumn("Proposed", ({ proposed }) => proposed),
    numberColumn("Accepted", ({ accepted }) => accepted),
    numberColumn("Declined", ({ declined }) => declined),
    numberColumn("Running", ({ running }) => running),
    numberColumn("Failed", ({ failed }) => failed),
  ],
  hasPast: true,
};

/** What each site made of one part of the application. */
export const standingKind: Kind<SiteStanding> = {
  one: "Standing",
  many: "Sites",
  explanation: "No site is meant to have this now.",
  path: "/networks/:network/changes/:endpoint",
  keyOf: ({ uid }) => uid,
  columns: [
    textColumn("Site", ({ site }) => site),
    { title: "Standing", cell: ({ standing }) => <StatusLabel state={standing} /> },
    textColumn("Reason", ({ reason, cause }) => reason ?? cause),
    { title: "State", cell: ({ state }) => <StatusLabel state={state} /> },
    timeColumn("Since", ({ since }) => since),
  ],
  filters: [
    { name: "standing", title: "Standing", words: ["proposed", "accepted", "declined"] },
    { name: "state", title: "State", words: ["pending", "running", "failed"] },
  ],
  hasPast: true,
};
