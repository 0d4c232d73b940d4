import { ActionGroup, Button, Form, FormGroup, TextInput } from "@patternfly/react-core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { signIn } from "../api/client";
import { problemOf } from "../api/problem";
import { ProblemAlert } from "../ui/ProblemAlert";
import { EntryCard } from "./EntryCard";

const TRIES = 3;

/** Signing in with a password. */
export default function SignInPage({ title, onSignedIn }: { title: string; onSignedIn(): void }) {
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const attempt = useMutation({
    mutationFn: () => signIn(username, password),
    onSuccess: onSignedIn,
    // Whoever tried too often is told at once.
    retry: (count, error) => problemOf(error).status === 503 && count < TRIES,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt.mutate();
  };
  return (
    <EntryCard title={title}>
      <Form onSubmit={submit}>
        {attempt.error && <ProblemAlert error={attempt.error} />}
        <FormGroup label="User name" isRequired fieldId="username">
          <TextInput
            id="username"
            name="username"
            autoComplete="username"
            isRequired
            value={username}
            onChange={(_, value) => setUsername(value)}
          />
        </FormGroup>
        <FormGroup label="Password" isRequired fieldId="password">
          <TextInput
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            isRequired
            value={password}
            onChange={(_, value) => setPassword(value)}
          />
        </FormGroup>
        <ActionGroup>
          <Button type="submit" isLoading={attempt.isPending} isDisabled={attempt.isPending}>
            Sign in
          </Button>
        </ActionGroup>
      </Form>
    </EntryCard>
  );
}
