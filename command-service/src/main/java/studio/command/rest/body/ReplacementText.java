package studio.command.rest.body;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;

/** Lets constraints on a {@link Replacement} concern its text. */
@UnwrapByDefault
public class ReplacementText implements ValueExtractor<@ExtractedValue(type = String.class) Replacement> {

    @Override
    public void extractValues(Replacement replacement, ValueReceiver receiver) {
        receiver.value(null, replacement.text().orElse(null));
    }
}
