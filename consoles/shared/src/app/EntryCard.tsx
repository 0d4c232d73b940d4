import { Bullseye, Card, CardBody, CardTitle } from "@patternfly/react-core";
import type { ReactNode } from "react";

/** What is before a console: the way in. */
export function EntryCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="studio-sign-in">
      <Bullseye>
        <Card className="studio-sign-in__card">
          <CardTitle component="h1">{title}</CardTitle>
          <CardBody>{children}</CardBody>
        </Card>
      </Bullseye>
    </main>
  );
}
