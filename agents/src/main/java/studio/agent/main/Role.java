package studio.agent.main;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.agent.enrol.Enrolment;
import studio.agent.feed.Feed;
import studio.agent.interior.InteriorAgent;
import studio.agent.interior.InteriorSite;
import studio.agent.loop.Pace;
import studio.agent.member.MemberSettings;
import studio.agent.member.MemberSite;
import studio.agent.process.RouterCommand;
import studio.agent.siteapi.SiteApi;

/** What a site does. */
@FunctionalInterface
interface Role {

    /** Ends it, with the router or without. */
    void end(boolean keepRouter) throws IOException;

    /**
     * A site that is to run.
     *
     * @param vertx     what its connections run on
     * @param directory all of it
     * @param enrolment who it is
     * @param feed      where its document comes from
     * @param settings  what whoever runs it has said
     * @param path      where the router and other programs are found
     */
    record Site(Vertx vertx, Path directory, Enrolment enrolment, Feed feed, AgentSettings settings, String path) {}

    /** Starts what the site's enrolment says; {@code left} is told when nothing of it is to be here any more. */
    static Role start(Site site, Runnable left) throws IOException {
        return switch (site.enrolment().role()) {
            case INTERIOR -> interior(site);
            case MEMBER -> member(site, left);
        };
    }

    private static Role member(Site site, Runnable left) throws IOException {
        MemberSite member = MemberSite.start(
                site.vertx(),
                site.directory(),
                site.enrolment(),
                site.feed(),
                MemberSettings.usual(
                        router(site.path()), site.path(), site.settings().stated()),
                Clock.systemUTC());
        member.onLeft(left);
        SiteApi api = SiteApi.start(site.vertx(), member, Clock.systemUTC());
        return keepRouter -> {
            api.close();
            if (keepRouter) {
                member.leave();
            } else {
                member.close();
            }
        };
    }

    private static Role interior(Site site) throws IOException {
        AgentSettings settings = site.settings();
        InteriorSite interior = InteriorAgent.start(
                site.vertx(),
                site.directory(),
                site.enrolment(),
                site.feed(),
                new InteriorAgent.Settings(
                        router(site.path()),
                        site.path(),
                        settings.management(),
                        settings.listenHost(),
                        settings.publicHost(),
                        Pace.USUAL),
                Clock.systemUTC());
        return keepRouter -> {
            if (keepRouter) {
                interior.leave();
            } else {
                interior.close();
            }
        };
    }

    private static RouterCommand router(String path) {
        RouterCommand command = RouterCommand.choose(path);
        Logger logger = LoggerFactory.getLogger(Role.class);
        if (command.isStandIn()) {
            logger.warn(
                    "skrouterd is not on the PATH: the router is Studio's stand-in, which is for laptops and tests");
        } else {
            logger.atInfo().addKeyValue("program", command.words().getFirst()).log("the router is skrouterd");
        }
        return command;
    }
}
