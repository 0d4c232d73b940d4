import type { Session, Token, User } from "../../api/types";
import { checked, type Field, instant, names, number, text } from "../../forms/form";
import { createdColumn, nameColumn, stateColumn, textColumn, timeColumn } from "../columns";
import type { Action, Kind } from "../kind";

const ROLES = ["administrator", "backbone-owner", "network-owner", "auditor"] as const;

const PROFILE: readonly Field[] = [
  ...ROLES.map((role) => ({ name: role, label: role, type: "checkbox" as const })),
  { name: "groups", label: "Groups", type: "text", help: "With commas between." },
];

function roles(values: Parameters<typeof checked>[0]) {
  return ROLES.filter((role) => checked(values, role));
}

const actions: readonly Action<User>[] = [
  {
    title: "Change roles and groups",
    method: "PATCH",
    form: (user) => ({
      title: `Change ${user.name}`,
      submit: "Change",
      method: "PATCH",
      path: `/users/${user.name}`,
      revision: user.revision,
      fields: PROFILE,
      initial: {
        ...Object.fromEntries(ROLES.map((role) => [role, user.roles.includes(role)])),
        groups: user.groups.join(", "),
      },
      body: (values) => ({ roles: roles(values), groups: names(values, "groups") }),
    }),
  },
  {
    title: "Set password",
    method: "PUT",
    form: ({ name }) => ({
      title: `Set the password of ${name}`,
      submit: "Set",
      method: "PUT",
      path: `/users/${name}/password`,
      fields: [
        { name: "current", label: "Present password", type: "password", help: "Needed for your own." },
        { name: "password", label: "New password", type: "password", isRequired: true },
      ],
      body: (values) => ({ current: text(values, "current") ?? null, password: text(values, "password") }),
    }),
  },
  {
    title: "Set quota",
    method: "PUT",
    form: ({ name, quota, revision }) => ({
      title: `Set the quota of ${name}`,
      submit: "Set",
      method: "PUT",
      path: `/users/${name}/quota`,
      revision,
      fields: [
        { name: "networks", label: "Networks", type: "number", isRequired: true },
        { name: "sitesPerNetwork", label: "Sites of each network", type: "number", isRequired: true },
        { name: "invitationsPerNetwork", label: "Invitations of each network", type: "number", isRequired: true },
        { name: "commandsPerSecond", label: "Commands in a second", type: "number", isRequired: true },
      ],
      initial: Object.fromEntries(Object.entries(quota).map(([key, value]) => [key, String(value)])),
      body: (values) => Object.fromEntries(Object.keys(quota).map((key) => [key, number(values, key)])),
    }),
  },
  {
    title: "Suspend",
    method: "POST",
    isOffered: ({ state }) => state === "active",
    form: ({ name }) => ({
      title: `Suspend ${name}`,
      explanation: "Sessions and API tokens stop working at once.",
      submit: "Suspend",
      method: "POST",
      path: `/users/${name}/suspend`,
      fields: [{ name: "cause", label: "Cause", type: "text", isRequired: true }],
      body: (values) => ({ cause: text(values, "cause") }),
    }),
  },
  { title: "Resume", method: "POST", suffix: "/resume", isOffered: ({ state }) => state === "suspended" },
  { title: "Remove user", method: "DELETE", isDangerous: true, isEnd: true, isGuarded: true },
];

/** Who may sign in. */
export const userKind: Kind<User> = {
  one: "User",
  many: "Users",
  explanation: "A user is somebody who may sign in.",
  path: "/users",
  keyOf: ({ name }) => name,
  columns: [
    nameColumn(({ name }) => `/users/${name}`),
    stateColumn(),
    textColumn("Roles", (user) => user.roles),
    textColumn("Groups", ({ groups }) => groups),
    createdColumn(),
  ],
  filters: [{ name: "state", title: "State", words: ["active", "suspended", "removed"] }],
  hasPast: false,
  hasPage: true,
  create: () => ({
    title: "Register a user",
    submit: "Register",
    method: "POST",
    path: "/users",
    fields: [
      { name: "name", label: "Name", type: "text", isRequired: true },
      { name: "password", label: "Password", type: "password" },
      ...PROFILE,
      { name: "displayName", label: "Display name", type: "text" },
      { name: "email", label: "E-mail address", type: "text" },
    ],
    body: (values) => ({
      name: text(values, "name"),
      password: text(values, "password"),
      roles: roles(values),
      groups: names(values, "groups"),
      displayName: text(values, "displayName"),
      email: text(values, "email"),
    }),
  }),
  actions,
};

/** Bearer tokens of machines. */
export const tokenKind: Kind<Token> = {
  one: "API token",
  many: "API tokens",
  explanation: "With an API token a machine acts for you.",
  path: "/users/:user/tokens",
  keyOf: ({ name }) => name,
  columns: [
    nameColumn(({ user, name }) => `/users/${user}/tokens/${name}`),
    textColumn("Scopes", ({ scopes }) => scopes),
    timeColumn("Expires", ({ expiresAt }) => expiresAt),
    createdColumn(),
  ],
  hasPast: true,
  hasPage: true,
  create: ({ user = "" }) => ({
    title: "Create an API token",
    submit: "Create",
    method: "POST",
    path: `/users/${user}/tokens`,
    fields: [
      { name: "name", label: "Name", type: "text", isRequired: true },
      { name: "read", label: "May read", type: "checkbox" },
      { name: "write", label: "May write", type: "checkbox" },
      { name: "expiresAt", label: "Expires", type: "datetime", help: "Empty is never." },
    ],
    initial: { read: true },
    body: (values) => ({
      name: text(values, "name"),
      scopes: ["read", "write"].filter((scope) => checked(values, scope)),
      expiresAt: instant(values, "expiresAt"),
    }),
  }),
  actions: [{ title: "Revoke token", method: "DELETE", isDangerous: true, isEnd: true }],
};

/** Signed-in browsers. */
export const sessionKind: Kind<Session> = {
  one: "Session",
  many: "Sessions",
  explanation: "A session is a signed-in browser.",
  path: "/users/:user/sessions",
  keyOf: ({ uid }) => uid,
  columns: [
    nameColumnOfSession(),
    textColumn("Provider", ({ provider }) => provider),
    createdColumn(),
    timeColumn("Expires", ({ expiresAt }) => expiresAt),
  ],
  hasPast: true,
  hasPage: true,
  actions: [{ title: "Close session", method: "DELETE", isDangerous: true, isEnd: true }],
};

function nameColumnOfSession() {
  const link = nameColumn<{ name: string; user: string }>(({ user, name }) => `/users/${user}/sessions/${name}`);
  return { title: "Session", cell: ({ user, uid }: Session) => link.cell({ user, name: uid }) };
}
