import type * as schema from "../../generated/schema";

/**
 * What the service sends of a type of its description. The description marks no property of an answer as required; the service sends
 * each of them, but leaves out those that are absent, which are the ones that may be null.
 */
export type Shown<T> = T extends readonly (infer Item)[]
  ? Shown<Item>[]
  : T extends object
    ? { [K in keyof T as null extends T[K] ? never : K]-?: Shown<NonNullable<T[K]>> } & {
        [K in keyof T as null extends T[K] ? K : never]?: Shown<NonNullable<T[K]>>;
      }
    : T;

export type AccessPoint = Shown<schema.AccessPointView>;
export type AttachmentOfBackbone = Shown<schema.AttachmentView>;
export type AttachmentOfNetwork = Shown<schema.BackboneAttachmentView>;
export type Backbone = Shown<schema.BackboneView>;
export type Certificate = Shown<schema.CertificateView>;
export type ConsoleLink = Shown<schema.ConsoleLink>;
export type Deployment = Shown<schema.DeploymentView>;
export type EdgeLink = Shown<schema.EdgeLinkView>;
export type Egress = Shown<schema.EgressView>;
export type EndpointStanding = Shown<schema.EndpointStanding>;
export type FieldError = Shown<schema.FieldError>;
export type Image = Shown<schema.ImageView>;
export type ImageVersion = Shown<schema.ImageVersionView>;
export type Ingress = Shown<schema.IngressView>;
export type InteriorSite = Shown<schema.InteriorSiteView>;
export type Invitation = Shown<schema.InvitationView>;
export type JoinInstructions = Shown<schema.JoinInstructions>;
export type Library = Shown<schema.LibraryView>;
export type Link = Shown<schema.LinkView>;
export type Me = Shown<schema.Me>;
export type MemberSite = Shown<schema.MemberSiteView>;
export type Network = Shown<schema.NetworkView>;
export type OfferedAccessPoint = Shown<schema.OfferedAccessPointView>;
export type Owners = Shown<schema.Owners>;
export type Process = Shown<schema.ProcessView>;
export type Service = Shown<schema.ServiceView>;
export type ServiceLink = Shown<schema.ServiceLinkView>;
export type Session = Shown<schema.SessionView>;
export type SiteClass = Shown<schema.SiteClassView>;
export type SiteStanding = Shown<schema.SiteStanding>;
export type Token = Shown<schema.TokenView>;
export type User = Shown<schema.UserView>;

export type ActorRef = Shown<schema.ActorRef>;
export type Diff = Omit<Shown<schema.Diff>, "items"> & { items: DiffItem[] };
export type Plan = Omit<Shown<schema.PlanView>, "items"> & { items: PlanItem[] };
export type SignedIn = Shown<schema.SignedIn>;
export type EndpointWhy = Shown<schema.WhyView>;

/** Any JSON; the description leaves it open. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export type AuditEntry = Omit<Shown<schema.AuditEntry>, "data"> & { data?: JsonObject };
export type DiffItem = Omit<Shown<schema.DiffItem>, "fields"> & {
  fields: { pointer: string; before?: Json; after?: Json }[];
};
export type EventReceipt = { type: string; data: JsonObject };
export type HistoryEvent = Omit<Shown<schema.HistoryEvent>, "data"> & { data: JsonObject };
export type PlanItem = Omit<Shown<schema.ItemView>, "spec" | "previous"> & { spec: JsonObject };
export type Problem = Omit<Shown<schema.Problem>, "errors"> & { errors?: FieldError[]; current?: Json };
export type Receipt = Omit<Shown<schema.Receipt>, "events"> & { events: EventReceipt[] };
export type Command = { commandId: string; state: string; receipt?: Receipt; problem?: Problem };
export type Why = {
  subject: string;
  steps: { sentence: string; event?: HistoryEvent }[];
  end: NonNullable<schema.Why["end"]>;
};

/** A page of a list. */
export interface Page<V> {
  items: V[];
  next?: string;
}
