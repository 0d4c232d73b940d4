package studio.agent.interior;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import studio.agent.boot.RouterSettings;
import studio.agent.certificate.CertificateFiles;
import studio.agent.loop.AgentLoop;
import studio.agent.loop.Documents;
import studio.agent.loop.Pace;
import studio.agent.loop.Reports;
import studio.agent.loop.SiteRouter;
import studio.agent.process.RouterCommand;
import studio.agent.process.RouterProcess;

/** An interior site on one machine: a router, and the agent that keeps it as its document says. */
public final class InteriorSite implements AutoCloseable {

    private final RouterProcess process;
    private final AgentLoop agent;

    private InteriorSite(RouterProcess process, AgentLoop agent) {
        this.process = process;
        this.agent = agent;
    }

    /**
     * What a site is that no document says.
     *
     * @param router       what its router is booted with
     * @param certificates its keys and certificates
     * @param command    the router's program
     * @param path       where the router finds other programs
     * @param listenHost the address on which the router listens
     * @param publicHost the name by which others reach it
     * @param pace       how often the agent does what
     */
    public record Settings(
            RouterSettings router,
            CertificateFiles certificates,
            RouterCommand command,
            String path,
            String listenHost,
            String publicHost,
            Pace pace) {}

    /** Starts the router, or finds the one of an earlier agent, and the agent. */
    public static InteriorSite start(Vertx vertx, Settings settings, Documents documents, Reports reports, Clock clock)
            throws IOException {
        RouterSettings router = settings.router();
        SiteRouter started = SiteRouter.start(router, settings.command(), settings.path(), clock);
        AgentLoop.Site site = new AgentLoop.Site(
                started.management(),
                started.boot(),
                settings.certificates(),
                (items, files) -> InteriorTranslator.translate(items, files, settings.listenHost()),
                documents,
                reports,
                settings.publicHost(),
                settings.pace());
        return new InteriorSite(started.process(), new AgentLoop(vertx, site, clock));
    }

    /** The router's process. */
    public RouterProcess router() {
        return process;
    }

    /** Ends the agent alone: the router goes on, and the next agent finds it. */
    public void leave() {
        agent.close();
        process.abandon();
    }

    @Override
    public void close() throws IOException {
        agent.close();
        process.close();
    }
}
