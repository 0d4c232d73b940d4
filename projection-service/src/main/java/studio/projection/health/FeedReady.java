package studio.projection.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import studio.projection.feed.FeedRuntime;

/** Ready once the feed has read all that it is to serve. It does not wait for its certificate, which may come later. */
@Readiness
@ApplicationScoped
public class FeedReady implements HealthCheck {

    private final FeedRuntime feed;

    FeedReady(FeedRuntime feed) {
        this.feed = feed;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("feed").status(feed.isReady()).build();
    }
}
