package studio.agent.platform.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.agent.platform.Loopback;
import studio.agent.platform.Observed;
import studio.agent.platform.Platform;
import studio.agent.platform.Workload;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.library.Resources;
import studio.domain.network.Endpoint;
import studio.domain.network.Ref;

/**
 * Runs processes on this machine as the agent's own user.
 *
 * <p>A process gets the variables of its image and endpoint and, so that it finds others and is found: {@code {ALIAS}_HOST} and
 * {@code {ALIAS}_PORT} for each service that it requires, the host being the site's own loopback address in place of the alias;
 * {@code STUDIO_HOST}, the loopback address of its own at which it has to listen (or at all addresses); {@code STUDIO_SITE_HOST}, the
 * site's; {@code STUDIO_SITE} and {@code STUDIO_SITE_UID}, its name on joining and its uid; {@code STUDIO_DATA}, a directory that lives as long as the endpoint is here. It runs in the
 * directory of its unpacked archive.
 */
public final class LinuxHost implements Platform {

    private static final Logger LOGGER = LoggerFactory.getLogger(LinuxHost.class);
    private static final String ARCHIVES = ".archives";
    private static final String ANYWHERE = "0.0.0.0";

    private final Uid site;
    private final Path directory;
    private final Surroundings surroundings;
    private final Archives archives;
    private final Map<Name, LinuxWorkload> workloads = new ConcurrentSkipListMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * What workloads need of the host.
     *
     * @param site     the site
     * @param path     where programs are found that are in no archive
     * @param archives unpacked archives
     * @param limits   how much may be taken
     * @param cgroups  limits of processes, where there can be some
     * @param changed  hears that something changed
     */
    record Surroundings(
            Ref site, String path, Archives archives, LinuxLimits limits, Optional<Cgroups> cgroups, Runnable changed) {

        List<String> hosts(Workload workload) {
            return LinuxHost.hosts(
                    site.uid(), workload.endpoint(), workload.group().replicas());
        }

        /** What all instances of a workload have in common. */
        Map<String, String> environment(Workload workload) {
            Map<String, String> env = new HashMap<>();
            env.put("PATH", path);
            env.put("LANG", "C.UTF-8");
            workload.env().forEach(variable -> env.put(variable.key(), variable.value()));
            workload.group().listeners().forEach(listener -> {
                String alias = listener.host().value();
                String key = alias.toUpperCase(Locale.ROOT).replace('-', '_') + "_HOST";
                env.replace(key, alias, Loopback.of(site.uid()));
            });
            env.put("STUDIO_SITE", site.name().value());
            env.put("STUDIO_SITE_UID", site.uid().toString());
            env.put("STUDIO_SITE_HOST", Loopback.of(site.uid()));
            return env;
        }

        /** Limits a process; says why it is not, if something was asked for. */
        Optional<String> limit(String name, long pid, Resources resources) {
            if (resources.equals(Resources.UNSAID)) {
                return Optional.empty();
            }
            if (cgroups.isEmpty()) {
                return Optional.of("runs without limits: the system gave the agent no control group of version 2");
            }
            try {
                cgroups.get().limit(site.uid() + "-" + name, pid, resources);
                return Optional.empty();
            } catch (IOException e) {
                return Optional.of("runs without limits: " + e);
            }
        }

        void unlimit(String name) throws IOException {
            if (cgroups.isPresent()) {
                cgroups.get().remove(site.uid() + "-" + name);
            }
        }
    }

    private LinuxHost(Ref site, Path directory, String path, LinuxLimits limits) {
        this.site = site.uid();
        this.directory = directory.toAbsolutePath();
        this.archives = new Archives(this.directory.resolve(ARCHIVES), limits);
        this.surroundings =
                new Surroundings(site, path, archives, limits, Cgroups.find(), () -> listeners.forEach(Runnable::run));
    }

    /**
     * Opens what an earlier agent left, or nothing.
     *
     * @param site      the site
     * @param directory where everything is
     * @param path      where programs are found that are in no archive
     */
    public static LinuxHost open(Ref site, Path directory, String path, LinuxLimits limits) throws IOException {
        LinuxHost host = new LinuxHost(site, directory, path, limits);
        if (Files.isDirectory(host.directory)) {
            try (Stream<Path> children = Files.list(host.directory)) {
                for (Path child : children.filter(Files::isDirectory).toList()) {
                    Optional<Running> left = Running.read(child.resolve("workload.json"));
                    if (left.isPresent()) {
                        host.workload(left.get().endpoint());
                    }
                }
            }
        }
        return host;
    }

    private LinuxWorkload workload(Ref endpoint) throws IOException {
        LinuxWorkload known = workloads.get(endpoint.name());
        if (known != null && !known.endpoint().equals(endpoint)) {
            remove(endpoint.name()).forEach(left -> LOGGER.atWarn().log(left));
            known = null;
        }
        if (known == null) {
            known = LinuxWorkload.open(
                    endpoint, directory.resolve(endpoint.name().value()), surroundings);
            workloads.put(endpoint.name(), known);
        }
        return known;
    }

    @Override
    public String name() {
        return "linux";
    }

    @Override
    public String listenHost() {
        return Loopback.of(site);
    }

    @Override
    public List<String> hosts(Ref endpoint, int replicas) {
        return hosts(site, endpoint, replicas);
    }

    private static List<String> hosts(Uid site, Ref endpoint, int replicas) {
        return IntStream.range(0, replicas)
                .mapToObj(i -> Loopback.of(site, endpoint.uid(), i))
                .toList();
    }

    @Override
    public Optional<String> exposed(Endpoint.Exposure exposure) {
        return switch (exposure) {
            case CLUSTER -> Optional.of(listenHost());
            case HOST_PORT -> Optional.of(ANYWHERE);
            case LOADBALANCER, ROUTE -> Optional.empty();
        };
    }

    @Override
    public void apply(Workload workload) {
        try {
            workload(workload.endpoint()).apply(workload);
        } catch (IOException e) {
            LOGGER.atError()
                    .setCause(e)
                    .addKeyValue("endpoint", workload.endpoint().name())
                    .log("What an earlier agent left can't be read");
        }
    }

    @Override
    public List<Observed> observe() {
        workloads.values().forEach(LinuxWorkload::trimLogs);
        return workloads.values().stream().map(LinuxWorkload::observe).toList();
    }

    @Override
    public void stop(Name endpoint) {
        Optional.ofNullable(workloads.get(endpoint)).ifPresent(LinuxWorkload::stop);
    }

    @Override
    public List<String> remove(Name endpoint) {
        LinuxWorkload workload = workloads.get(endpoint);
        if (workload == null) {
            return List.of();
        }
        List<String> left = new ArrayList<>(workload.remove());
        if (left.isEmpty()) {
            workloads.remove(endpoint);
        }
        try {
            Set<String> inUse = workloads.values().stream()
                    .flatMap(each -> each.archiveInUse().stream())
                    .collect(Collectors.toSet());
            archives.retain(inUse);
        } catch (IOException e) {
            left.add(directory.resolve(ARCHIVES) + ": " + e);
        }
        surroundings.changed().run();
        return left;
    }

    @Override
    public List<String> log(Name endpoint, int lines) {
        return Optional.ofNullable(workloads.get(endpoint))
                .map(workload -> workload.log(lines))
                .orElse(List.of());
    }

    @Override
    public void onChange(Runnable changed) {
        listeners.add(changed);
    }

    @Override
    public void close() {
        workloads.values().forEach(LinuxWorkload::abandon);
        archives.close();
    }
}
