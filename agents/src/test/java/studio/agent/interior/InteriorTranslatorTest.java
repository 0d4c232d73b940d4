package studio.agent.interior;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.agent.certificate.CertificateFiles;
import studio.agent.loop.Translation;
import studio.agent.reconcile.EntityStatus;
import studio.agent.router.AddressRule;
import studio.agent.router.Vhost;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Uid;
import studio.domain.plan.Cause;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.domain.plan.RouterSpec;
import studio.domain.plan.RouterSpec.VhostGroup;

class InteriorTranslatorTest {

    private static final Uid ONE = new Uid(new UUID(0, 1));
    private static final Uid TWO = new Uid(new UUID(0, 2));

    @TempDir
    Path directory;

    @Test
    void shouldLetWhatNeedsACertificateWaitForIt() throws IOException {
        Translation translation = translate(
                item(
                        "listener/l",
                        new RouterSpec.RouterListener("l", RouterSpec.Side.INTER_ROUTER, 1, "p", Optional.empty())),
                item("profile/p", new RouterSpec.SslProfile("p", ONE, "trust", 1, 1)));

        assertThat(translation.entities()).containsExactly(AddressRule.CLOSEST_SERVICES);
        assertThat(translation.statuses())
                .containsEntry("profile/p", new EntityStatus.Applying("waits for certificate " + ONE))
                .containsEntry("listener/l", new EntityStatus.Applying("waits for p"));
    }

    @Test
    void shouldPutWhoIsKeptOutIntoNoOtherGroup() throws IOException {
        RouterSpec.Vhost vhost = new RouterSpec.Vhost(
                "v",
                "host",
                List.of(
                        new VhostGroup("$default", List.of(), "*", List.of("a/*"), List.of("a/#")),
                        new VhostGroup("home", List.of(ONE), "*", List.of("a/*"), List.of("a/#")),
                        new VhostGroup("denied", List.of(ONE, TWO), "192.0.2.1", List.of(), List.of())));

        Translation translation = translate(item("vhost/v", vhost));

        assertThat(translation.entities()).last().isInstanceOfSatisfying(Vhost.class, made -> {
            assertThat(made.groups()).containsOnlyKeys("$default", "denied");
            assertThat(made.allowUnknownUser()).isTrue();
            assertThat(made.defect()).isEmpty();
        });
    }

    @Test
    void shouldWantNothingWhenTheSiteIsToGo() throws IOException {
        Translation translation = translate(item("decommission", new ItemSpec.Decommission(Optional.empty())));

        assertThat(translation.leaving()).isTrue();
        assertThat(translation.entities()).isEmpty();
    }

    private Translation translate(Item... items) throws IOException {
        return InteriorTranslator.translate(List.of(items), new CertificateFiles(directory), "127.0.0.1");
    }

    private static Item item(String key, ItemSpec spec) {
        return new Item(key, "i1:x", spec, List.of(), new Cause(new EntityKey("link", "x"), 1));
    }
}
