package studio.api.history;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import studio.api.json.StudioJson;
import studio.domain.StreamType;
import studio.domain.kernel.Event;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.testkit.sample.Samples;

/** Every event there is, with values as people give them. */
final class SampledSentences {

    private static final List<String> NAMES = List.of("paris", "rome", "oslo", "lima", "cairo");
    private static final Uid UID = Uid.parse("019c1234-5678-7abc-8def-0123456789ab");

    private SampledSentences() {}

    /** The types of all events of a type of stream. */
    static List<Class<? extends Event>> events(StreamType<?, ?> type) {
        return StreamType.records(type.events()).stream()
                .<Class<? extends Event>>map(event -> event.asSubclass(Event.class))
                .toList();
    }

    /** The types of all events. */
    static Stream<Class<? extends Event>> events() {
        return StreamType.ALL.stream().flatMap(type -> events(type).stream());
    }

    /** What is told of an event of that type. */
    static Told told(Class<? extends Event> event, Samples samples) {
        StreamKey stream = StreamType.ALL.stream()
                .filter(type -> type.events().isAssignableFrom(event))
                .findFirst()
                .orElseThrow()
                .key(Name.of("acme"));
        Event sample = plain(samples).next(event);
        return new Told(
                event.getSimpleName(),
                stream,
                sample.subject(stream),
                "alice",
                StudioJson.json().valueToTree(sample));
    }

    private static Samples plain(Samples samples) {
        Iterator<Name> names =
                Stream.generate(NAMES::stream).flatMap(all -> all).map(Name::of).iterator();
        return samples.teach(Name.class, each -> names.next())
                .teach(String.class, each -> "some text")
                .teach(Uid.class, each -> UID)
                .teach(Instant.class, each -> Instant.parse("2026-05-01T00:00:00Z"))
                .teach(int.class, each -> 3);
    }
}
