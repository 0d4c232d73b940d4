package studio.agent.decide;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import studio.agent.decide.Change.Risk;
import studio.domain.library.ImageContent;
import studio.domain.library.Resources;
import studio.domain.network.Endpoint;
import studio.domain.network.Group;

/** What a group says, by field, and how another one differs from it. */
final class Comparison {

    private Comparison() {}

    /** What a group says, by field, as people read it. */
    static SequencedMap<String, String> fields(Group group) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        switch (group) {
            case Group.OfProcess process -> addProcess(fields, process);
            case Group.OfIngress ingress -> {
                fields.put("service", ingress.spec().service());
                fields.put("port", String.valueOf(ingress.spec().port()));
                fields.put("slots", String.valueOf(ingress.spec().slots()));
                fields.put("exposure", word(ingress.spec().exposure()));
                fields.put("fan", word(ingress.spec().fan()));
            }
            case Group.OfEgress egress -> {
                fields.put("service", egress.spec().service());
                egress.spec().host().ifPresent(host -> fields.put("host", host));
                egress.spec().port().ifPresent(port -> fields.put("port", String.valueOf(port)));
            }
        }
        group.bindings().stream()
                .sorted()
                .forEach(binding -> fields.put(
                        word(binding.role()) + " " + binding.service(),
                        word(binding.scope()) + ", " + word(binding.distribution()) + ", by link "
                                + binding.link().name()));
        return fields;
    }

    private static void addProcess(SequencedMap<String, String> fields, Group.OfProcess process) {
        ImageContent content = process.image().content();
        fields.put("image", image(process));
        fields.put("content", process.image().digest().toString());
        content.artifacts().linux().ifPresent(archive -> {
            fields.put("archive", archive.url().toString());
            fields.put("command", String.join(" ", archive.command()));
        });
        content.artifacts().containers().forEach(container -> fields.put("container", container.toString()));
        fields.put("replicas", String.valueOf(process.replicas()));
        ports(process).stream()
                .map(String::valueOf)
                .reduce((one, other) -> one + ", " + other)
                .ifPresent(ports -> fields.put("ports", ports));
        content.resources().cpuMillis().ifPresent(cpu -> fields.put("cpu", cpu + "m"));
        content.resources().memoryMebibytes().ifPresent(memory -> fields.put("memory", memory + " MiB"));
        content.env().forEach(variable -> fields.put("env." + variable.name(), variable.value()));
        process.env().stream().sorted().forEach(variable -> fields.put("env." + variable.key(), variable.value()));
    }

    /** An image's version, for people. */
    static String image(Group.OfProcess process) {
        return process.image().library().name() + "/" + process.image().image() + " "
                + process.image().version();
    }

    private static Set<Integer> ports(Group.OfProcess process) {
        ImageContent content = process.image().content();
        Set<Integer> ports = new TreeSet<>(content.ports());
        content.offers().forEach(offered -> ports.add(offered.port()));
        return ports;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fields in which two groups differ. */
    static List<Change.Field> difference(SequencedMap<String, String> before, SequencedMap<String, String> after) {
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        List<Change.Field> fields = new ArrayList<>();
        for (String name : names) {
            Optional<String> was = Optional.ofNullable(before.get(name));
            Optional<String> is = Optional.ofNullable(after.get(name));
            if (!was.equals(is)) {
                fields.add(new Change.Field(name, was, is));
            }
        }
        return fields;
    }

    /** What to look at before accepting a group in place of what is accepted now. */
    static Set<Risk> risks(Optional<Group> now, Group wanted) {
        Set<Risk> risks = EnumSet.noneOf(Risk.class);
        switch (wanted) {
            case Group.OfProcess process -> addRisks(risks, now.map(Group.OfProcess.class::cast), process);
            case Group.OfIngress ingress -> addRisks(risks, now.map(Group.OfIngress.class::cast), ingress);
            case Group.OfEgress egress -> {
                boolean same = now.map(Group.OfEgress.class::cast)
                        .filter(before -> before.spec().equals(egress.spec()))
                        .isPresent();
                if (!same) {
                    risks.add(Risk.OUTSIDE_ACCESS);
                }
            }
        }
        return risks;
    }

    private static void addRisks(Set<Risk> risks, Optional<Group.OfProcess> now, Group.OfProcess wanted) {
        if (now.filter(before -> before.image().digest().equals(wanted.image().digest()))
                .isEmpty()) {
            risks.add(Risk.NEW_IMAGE);
        }
        Set<Integer> added = new TreeSet<>(ports(wanted));
        added.removeAll(now.map(Comparison::ports).orElse(Set.of()));
        if (!added.isEmpty()) {
            risks.add(Risk.NEW_PORT);
        }
        if (now.filter(before -> takesMore(before, wanted)).isPresent()) {
            risks.add(Risk.MORE_RESOURCES);
        }
    }

    private static boolean takesMore(Group.OfProcess before, Group.OfProcess wanted) {
        Resources was = before.image().content().resources();
        Resources is = wanted.image().content().resources();
        return wanted.replicas() > before.replicas()
                || total(is.cpuMillis(), wanted) > total(was.cpuMillis(), before)
                || total(is.memoryMebibytes(), wanted) > total(was.memoryMebibytes(), before);
    }

    /** What is not said has no limit. */
    private static long total(Optional<Integer> each, Group.OfProcess process) {
        return each.map(amount -> (long) amount * process.replicas()).orElse(Long.MAX_VALUE);
    }

    private static void addRisks(Set<Risk> risks, Optional<Group.OfIngress> now, Group.OfIngress wanted) {
        Optional<Endpoint.IngressSpec> before = now.map(Group.OfIngress::spec);
        Endpoint.IngressSpec spec = wanted.spec();
        boolean within = before.filter(was -> was.port() <= spec.port() && was.lastPort() >= spec.lastPort())
                .isPresent();
        if (!within) {
            risks.add(Risk.NEW_PORT);
        }
        boolean asBefore =
                before.filter(was -> was.exposure() == spec.exposure()).isPresent();
        if (spec.exposure() != Endpoint.Exposure.CLUSTER && !asBefore) {
            risks.add(Risk.OUTSIDE_ACCESS);
        }
    }
}
