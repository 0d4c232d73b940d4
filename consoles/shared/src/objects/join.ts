import { checked, type Field, type Form, text } from "../forms/form";

const PLATFORMS = ["kubernetes", "podman", "docker", "linux"];

interface Joining {
  /** The path of what somebody joins with or as. */
  path: string;
  title: string;
  platform: string;
  /** How many tokens are out, which may be made to stop working. */
  tokens: number;
  /** What is said of what happens next. */
  waiting: string;
}

/** What to send to who joins, shown once; then it is told when somebody has. */
export function joinForm({ path, title, platform, tokens, waiting }: Joining): Form {
  return {
    title,
    explanation: "The instructions hold a token that opens the place. They are shown this once.",
    submit: "Show",
    method: "POST",
    path: `${path}/artifact`,
    fields: [
      { name: "platform", label: "What the site runs on", type: "choice", words: PLATFORMS },
      ...(tokens > 0
        ? [{ name: "replace", label: "Earlier tokens stop working", type: "checkbox" } as const satisfies Field]
        : []),
    ],
    initial: { platform },
    body: () => ({}),
    queryOf: (values) => ({ platform: text(values, "platform"), replace: checked(values, "replace") || undefined }),
    follow: { path, waiting },
  };
}
