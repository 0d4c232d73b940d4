import { PageSection, Title, Wizard, WizardStep } from "@patternfly/react-core";
import { errorsAt, problemOf } from "@studio/shared/api/problem.ts";
import { giving, useGive, useList } from "@studio/shared/api/queries.ts";
import type { OfferedAccessPoint } from "@studio/shared/api/types.ts";
import { FieldInput } from "@studio/shared/forms/FieldInput.tsx";
import { type Field, instant, names, text, type Values } from "@studio/shared/forms/form.ts";
import { EventList } from "@studio/shared/ui/EventList.tsx";
import { Nothing } from "@studio/shared/ui/Nothing.tsx";
import { ProblemAlert } from "@studio/shared/ui/ProblemAlert.tsx";
import { useState } from "react";
import { useNavigate } from "react-router";

const LIMIT = 500;

const NAME: readonly Field[] = [
  { name: "name", label: "Name", type: "text", isRequired: true, help: "Lower-case letters, digits and dashes." },
  {
    name: "readers",
    label: "Readers",
    type: "text",
    pointer: "/readers",
    help: "Users who may see it, with commas between.",
  },
];

const SCHEDULE: readonly Field[] = [
  {
    name: "startTime",
    label: "Begins",
    type: "datetime",
    pointer: "/schedule/startTime",
    help: "Empty is as soon as it is ready.",
  },
  { name: "endTime", label: "Ends", type: "datetime", pointer: "/schedule/endTime", help: "Empty is never." },
];

function bodyOf(values: Values) {
  const startTime = instant(values, "startTime");
  const endTime = instant(values, "endTime");
  return {
    name: text(values, "name"),
    backbone: text(values, "backbone"),
    accessPoints: names(values, "accessPoints"),
    ...(names(values, "readers").length > 0 ? { readers: { users: names(values, "readers"), groups: [] } } : {}),
    ...(startTime || endTime ? { schedule: { startTime, endTime } } : {}),
  };
}

/** Creates a network, step by step; the last step shows what will happen. */
export default function NewNetwork() {
  const navigate = useNavigate();
  const [values, setValues] = useState<Values>({});
  const offered = useList<OfferedAccessPoint>("/access-points", {}, LIMIT);
  const backbones = [...new Set(offered.items.map(({ backbone }) => backbone))];
  const backbone = text(values, "backbone");
  const preview = useGive();
  const give = useGive();
  const error = give.error ?? preview.error;
  const errors = error ? (problemOf(error).errors ?? []) : [];
  const place: readonly Field[] = [
    { name: "backbone", label: "Backbone", type: "choice", words: backbones, isOptional: true, isRequired: true },
    ...(backbone
      ? [
          {
            name: "accessPoints",
            label: "Access points where its sites connect",
            type: "some-of",
            offers: { path: "/access-points", query: { backbone }, valueOf: ({ name }: OfferedAccessPoint) => name },
          } as const satisfies Field,
        ]
      : []),
  ];
  const inputs = (fields: readonly Field[]) => (
    <div className="studio-fields">
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          values={values}
          errors={errorsAt(errors, field.pointer ?? `/${field.name}`)}
          onChange={(name, value) => setValues((previous) => ({ ...previous, [name]: value }))}
        />
      ))}
    </div>
  );
  const command = () => ({ method: "POST" as const, path: "/networks", body: bodyOf(values) });
  if (!offered.isLoading && offered.items.length === 0) {
    return (
      <PageSection hasBodyWrapper={false}>
        <Nothing title="No access point is offered to you">
          A network needs one: ask an administrator of a backbone to offer you an access point.
        </Nothing>
      </PageSection>
    );
  }
  return (
    <PageSection hasBodyWrapper={false} isFilled>
      <Title headingLevel="h1">Create a network</Title>
      <Wizard
        height="60vh"
        navAriaLabel="Steps"
        onClose={() => void navigate("/networks")}
        onSave={() =>
          give.mutate(giving(command()), { onSuccess: () => void navigate(`/networks/${text(values, "name")}`) })
        }
        onStepChange={(_, step) => {
          if (step.id === "step-review") {
            preview.mutate({ ...command(), dryRun: true });
          }
        }}
      >
        <WizardStep name="Name" id="step-name" footer={{ isNextDisabled: !text(values, "name") }}>
          {inputs(NAME)}
        </WizardStep>
        <WizardStep
          name="Place"
          id="step-place"
          footer={{ isNextDisabled: names(values, "accessPoints").length === 0 }}
          isDisabled={!text(values, "name")}
        >
          {inputs(place)}
        </WizardStep>
        <WizardStep name="Schedule" id="step-schedule" isDisabled={names(values, "accessPoints").length === 0}>
          {inputs(SCHEDULE)}
        </WizardStep>
        <WizardStep
          name="Review"
          id="step-review"
          isDisabled={names(values, "accessPoints").length === 0}
          footer={{ nextButtonText: "Create", isNextDisabled: !preview.isSuccess || give.isPending }}
        >
          {error && <ProblemAlert error={error} />}
          {preview.data && (
            <>
              <p>This will happen:</p>
              <EventList events={preview.data.events} />
            </>
          )}
        </WizardStep>
      </Wizard>
    </PageSection>
  );
}
