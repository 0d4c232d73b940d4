import {
  Checkbox,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  TextArea,
  TextInput,
} from "@patternfly/react-core";
import type { FieldError } from "../api/types";
import type { Field, Offers, Values } from "./form";
import { useOffers } from "./useOffers";

interface Props {
  field: Field;
  values: Values;
  errors: readonly FieldError[];
  onChange(name: string, value: string | boolean | readonly string[]): void;
}

/** One field of a form, with what it means and what is wrong with it. */
export function FieldInput({ field, values, errors, onChange }: Props) {
  const isGroup = field.type === "some-of";
  return (
    <FormGroup
      label={field.type === "checkbox" ? undefined : field.label}
      isRequired={field.isRequired ?? false}
      fieldId={field.name}
      role={isGroup ? "group" : undefined}
    >
      <Input field={field} values={values} errors={errors} onChange={onChange} />
      {(field.help || errors.length > 0) && (
        <FormHelperText id={`${field.name}-help`}>
          <HelperText isLiveRegion={errors.length > 0}>
            {errors.length > 0
              ? errors.map((error) => (
                  <HelperTextItem key={error.detail} variant="error">
                    {error.detail}
                  </HelperTextItem>
                ))
              : field.help && <HelperTextItem>{field.help}</HelperTextItem>}
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  );
}

function Input({ field, values, errors, onChange }: Props) {
  const value = values[field.name];
  const text = typeof value === "string" ? value : "";
  const validated = errors.length > 0 ? "error" : "default";
  const common = { id: field.name, name: field.name, "aria-describedby": `${field.name}-help`, validated } as const;
  const change = (_: unknown, next: string) => onChange(field.name, next);
  switch (field.type) {
    case "text":
    case "password":
    case "number":
      return (
        <TextInput
          {...common}
          type={field.type}
          isRequired={field.isRequired ?? false}
          autoComplete={field.type === "password" ? "new-password" : "off"}
          value={text}
          onChange={change}
        />
      );
    case "datetime":
      return <TextInput {...common} type="datetime-local" value={text} onChange={change} />;
    case "lines":
      return <TextArea {...common} resizeOrientation="vertical" value={text} onChange={change} />;
    case "checkbox":
      return (
        <Checkbox
          id={field.name}
          label={field.label}
          isChecked={value === true}
          onChange={(_, checked) => onChange(field.name, checked)}
        />
      );
    case "choice":
      return (
        <FormSelect {...common} value={text} onChange={change}>
          {field.isOptional && <FormSelectOption value="" label="–" />}
          {field.words.map((word) => (
            <FormSelectOption key={word} value={word} label={word} />
          ))}
        </FormSelect>
      );
    case "one-of":
      return <OneOf {...common} offers={field.offers} value={text} onChange={change} />;
    case "some-of":
      return (
        <SomeOf
          name={field.name}
          offers={field.offers}
          chosen={(value as readonly string[]) || []}
          onChange={(chosen) => onChange(field.name, chosen)}
        />
      );
    default:
      return field satisfies never;
  }
}

interface OneOfProps {
  id: string;
  name: string;
  "aria-describedby": string;
  validated: "error" | "default";
  offers: Offers;
  value: string;
  onChange(event: unknown, value: string): void;
}

function OneOf({ offers, value, ...props }: OneOfProps) {
  const { values, isLoading } = useOffers(offers);
  return (
    <FormSelect {...props} value={value}>
      <FormSelectOption value="" label={isLoading ? "Loading" : values.length > 0 ? "Choose one" : "There is none"} />
      {values.map((offered) => (
        <FormSelectOption key={offered} value={offered} label={offered} />
      ))}
    </FormSelect>
  );
}

interface SomeOfProps {
  name: string;
  offers: Offers;
  chosen: readonly string[];
  onChange(chosen: readonly string[]): void;
}

function SomeOf({ name, offers, chosen, onChange }: SomeOfProps) {
  const { values, isLoading } = useOffers(offers);
  if (values.length === 0) {
    return isLoading ? "Loading" : "There is none to choose from.";
  }
  return values.map((offered) => (
    <Checkbox
      key={offered}
      id={`${name}-${offered}`}
      label={offered}
      isChecked={chosen.includes(offered)}
      onChange={(_, checked) => onChange(checked ? [...chosen, offered] : chosen.filter((other) => other !== offered))}
    />
  ));
}
