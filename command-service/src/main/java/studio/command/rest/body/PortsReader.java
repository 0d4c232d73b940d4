package studio.command.rest.body;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.domain.backbone.PortRange;

/** Reads ports as people write them: {@code 443} or {@code 10000-10099}. */
final class PortsReader extends FromStringDeserializer<PortRange> {

    private static final long serialVersionUID = 1L;
    private static final Pattern PORTS = Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?");

    PortsReader() {
        super(PortRange.class);
    }

    @Override
    protected @Nullable PortRange _deserialize(String text, DeserializationContext context) throws IOException {
        Matcher ports = PORTS.matcher(text);
        if (!ports.matches()) {
            return refuse(text, "must be a port or a range of ports, such as 443 or 10000-10099", context);
        }
        int from = Integer.parseInt(ports.group(1));
        int to = ports.group(2) == null ? from : Integer.parseInt(ports.group(2));
        try {
            return new PortRange(from, to);
        } catch (IllegalArgumentException rule) {
            return refuse(text, String.valueOf(rule.getMessage()), context);
        }
    }

    private @Nullable PortRange refuse(String text, String rule, DeserializationContext context) throws IOException {
        return (PortRange) context.handleWeirdStringValue(PortRange.class, text, "%s", rule);
    }
}
