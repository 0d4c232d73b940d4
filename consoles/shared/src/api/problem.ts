import type { FieldError, Problem } from "./types";

/** An answer that is a problem (RFC 9457). */
export class ProblemError extends Error {
  readonly problem: Problem;
  /** How long to wait before asking again, where the service says so. */
  readonly retryAfterMs: number | undefined;

  constructor(problem: Problem, retryAfterMs?: number) {
    super(problem.detail || problem.title);
    this.name = "ProblemError";
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
  }
}

const PROBLEM_TYPE = "application/problem+json";

/** The problem that an answer is, also if something in between made the answer. */
export async function problemOfResponse(response: Response): Promise<ProblemError> {
  const seconds = Number(response.headers.get("Retry-After"));
  const retryAfterMs = seconds > 0 ? seconds * 1000 : undefined;
  if (response.headers.get("Content-Type")?.startsWith(PROBLEM_TYPE)) {
    return new ProblemError((await response.json()) as Problem, retryAfterMs);
  }
  return new ProblemError(
    {
      type: "about:blank",
      title: response.statusText || "Unexpected answer",
      status: response.status,
      detail: `The service answered with status ${response.status}.`,
      code: "unknown",
    },
    retryAfterMs,
  );
}

/** Whatever was thrown, as a problem to show. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) {
    return error.problem;
  }
  const detail = error instanceof Error ? error.message : String(error);
  return { type: "about:blank", title: "The service cannot be reached", status: 0, detail, code: "unreachable" };
}

/** Whether the same request may succeed in a moment. */
export function isTransient(error: unknown): boolean {
  const { status } = problemOf(error);
  return status === 0 || status === 429 || status === 503;
}

/** What is wrong with the field that a JSON pointer names, or with something inside of it. */
export function errorsAt(errors: readonly FieldError[], pointer: string): FieldError[] {
  return errors.filter((error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`));
}
