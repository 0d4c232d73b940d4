package studio.testkit.sample;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import studio.domain.backbone.PortRange;
import studio.domain.kernel.Digest;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.library.ArchiveUrl;
import studio.domain.library.ContainerReference;
import studio.domain.library.ServiceName;
import studio.domain.library.VersionName;

/**
 * Makes values of any record type by walking its components: the same seed always makes the same values.
 *
 * <p>The values are as odd as the types allow: text beyond ASCII, names of one letter, numbers at the ends of their range. They obey
 * the types' own rules and no others, so a sampled event need not fit any state.
 */
public final class Samples {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final long SPAN = Duration.ofDays(10_000).toNanos() / 1000;
    private static final String LABEL = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final List<String> WORDS =
            List.of("rack 3", "", "naïve café", "σκούπα", "日本", "𝄞 clef", "\"quoted\\\"\n", "x".repeat(300));
    private static final int MAX_PORT = 65_535;

    private static final Map<Class<?>, Function<Samples, ?>> MAKERS = Map.ofEntries(
            Map.entry(String.class, Samples::text),
            Map.entry(Name.class, Samples::name),
            Map.entry(StreamKey.class, samples -> new StreamKey("backbone", samples.name())),
            Map.entry(Uid.class, Samples::uid),
            Map.entry(Digest.class, Samples::digest),
            Map.entry(Instant.class, Samples::instant),
            Map.entry(PortRange.class, Samples::ports),
            Map.entry(VersionName.class, samples -> VersionName.of(samples.name() + ".0")),
            Map.entry(ServiceName.class, samples -> new ServiceName(samples.name(), samples.name())),
            Map.entry(ContainerReference.class, samples -> new ContainerReference("quay.io/" + samples.image())),
            Map.entry(ArchiveUrl.class, samples -> new ArchiveUrl("https://example.com/" + samples.name())),
            Map.entry(boolean.class, samples -> samples.random.nextBoolean()),
            Map.entry(int.class, Samples::anyInt),
            Map.entry(Integer.class, Samples::anyInt),
            Map.entry(long.class, Samples::anyLong),
            Map.entry(Long.class, Samples::anyLong));

    private final Random random;
    private final boolean complete;
    private final Map<Class<?>, Function<Samples, ?>> taught = new HashMap<>();

    private Samples(long seed, boolean complete) {
        this.random = new Random(seed);
        this.complete = complete;
    }

    /** Samples in which what is optional may be absent and what is many may be none. */
    public static Samples of(long seed) {
        return new Samples(seed, false);
    }

    /** Samples in which nothing is absent or empty. */
    public static Samples complete(long seed) {
        return new Samples(seed, true);
    }

    /** Says how to make values of a type that has rules of its own. */
    public <T> Samples teach(Class<T> type, Function<Samples, T> maker) {
        taught.put(type, maker);
        return this;
    }

    /** A value of that record, sealed or enum type, or of one of the domain's plain types. */
    public <T> T next(Class<T> type) {
        return type.cast(plain(type));
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Class<?> outer = (Class<?>) parameterized.getRawType();
            Type inner = parameterized.getActualTypeArguments()[0];
            return outer == Optional.class ? optional(inner) : elements(outer, inner);
        }
        return plain((Class<?>) type);
    }

    private Object plain(Class<?> type) {
        Function<Samples, ?> maker = taught.getOrDefault(type, MAKERS.get(type));
        if (maker != null) {
            return maker.apply(this);
        }
        if (type.isEnum() || type.isSealed()) {
            return type.isEnum() ? oneOf(type.getEnumConstants()) : plain(oneOf(type.getPermittedSubclasses()));
        }
        return record(type);
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException("nobody said how to make a " + type.getName());
        }
        Class<?>[] parameters =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] arguments = Arrays.stream(components)
                .map(component -> value(component.getGenericType()))
                .toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(type.getName() + " refused a sample", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName() + " cannot be made", e);
        }
    }

    private Optional<Object> optional(Type inner) {
        return complete || random.nextInt(3) > 0 ? Optional.of(value(inner)) : Optional.empty();
    }

    private Collection<Object> elements(Class<?> outer, Type inner) {
        int size = complete ? 2 : random.nextInt(5);
        List<Object> values =
                new ArrayList<>(Stream.generate(() -> value(inner)).limit(size).toList());
        return outer == Set.class ? new LinkedHashSet<>(values) : values;
    }

    private <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private String text() {
        return WORDS.get(random.nextInt(WORDS.size())) + random.nextInt(1000);
    }

    private Name name() {
        StringBuilder label = new StringBuilder();
        int length = 1 + random.nextInt(random.nextInt(4) == 0 ? 63 : 12);
        for (int i = 0; i < length; i++) {
            boolean inside = i > 0 && i < length - 1;
            label.append(inside && random.nextInt(8) == 0 ? '-' : LABEL.charAt(random.nextInt(LABEL.length())));
        }
        return Name.of(label.toString());
    }

    private Uid uid() {
        return new Uid(new UUID(random.nextLong(), random.nextLong()));
    }

    private Digest digest() {
        byte[] hash = new byte[32];
        random.nextBytes(hash);
        return Digest.of(hash);
    }

    private Instant instant() {
        return FROM.plus(Math.floorMod(random.nextLong(), SPAN), ChronoUnit.MICROS);
    }

    private PortRange ports() {
        int from = 1 + random.nextInt(MAX_PORT);
        return new PortRange(from, from + random.nextInt(MAX_PORT - from + 1));
    }

    private String image() {
        return name() + (random.nextBoolean() ? ":" + name() : "@sha256:" + digest());
    }

    private int anyInt() {
        return switch (random.nextInt(4)) {
            case 0 -> Integer.MAX_VALUE;
            case 1 -> Integer.MIN_VALUE;
            default -> random.nextInt(1, 100);
        };
    }

    private long anyLong() {
        return switch (random.nextInt(4)) {
            case 0 -> Long.MAX_VALUE;
            case 1 -> 0;
            default -> random.nextLong(1, 100_000);
        };
    }
}
