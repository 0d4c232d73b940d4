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

    /** Starts what the site's enrolment says; {@code left} is told when nothing of it is to be here any more. */
    static Role start(
            Vertx vertx, Path directory, Enrolment enrolment, Feed feed, AgentSettings settings, Runnable left)
            throws IOException {
        return switch (enrolment.role()) {
            case INTERIOR -> interior(vertx, directory, enrolment, feed, settings);
            case MEMBER -> member(vertx, directory, enrolment, feed, settings, left);
        };
    }

    private static Role member(
            Vertx vertx, Path directory, Enrolment enrolment, Feed feed, AgentSettings settings, Runnable left)
            throws IOException {
        MemberSite site = MemberSite.start(
                vertx,
                directory,
                enrolment,
                feed,
                MemberSettings.usual(router(), System.getenv("PATH"), settings.stated()),
                Clock.systemUTC());
        site.onLeft(left);
        SiteApi api = SiteApi.start(vertx, site, Clock.systemUTC());
        return keepRouter -> {
            api.close();
            if (keepRouter) {
                site.leave();
            } else {
                site.close();
            }
        };
    }

    private static Role interior(Vertx vertx, Path directory, Enrolment enrolment, Feed feed, AgentSettings settings)
            throws IOException {
        RouterCommand command = router();
        InteriorSite site = InteriorAgent.start(
                vertx,
                directory,
                enrolment,
                feed,
                new InteriorAgent.Settings(
                        command,
                        System.getenv("PATH"),
                        settings.management(),
                        settings.listenHost(),
                        settings.publicHost(),
                        Pace.USUAL),
                Clock.systemUTC());
        return keepRouter -> {
            if (keepRouter) {
                site.leave();
            } else {
                site.close();
            }
        };
    }

    private static RouterCommand router() {
        RouterCommand command = RouterCommand.choose(System.getenv("PATH"));
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
