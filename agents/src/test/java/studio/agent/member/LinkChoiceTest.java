package studio.agent.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.network.Attachment;
import studio.domain.plan.Cause;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;

class LinkChoiceTest {

    private static final LinkChoice.Rules RULES = new LinkChoice.Rules(3, Duration.ofMinutes(5));
    private static final List<Item> LINKS =
            LinkChoice.inOrder(List.of(link("spare", 2), link("first", 1), link("last", 3)));

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private LinkChoice choice = LinkChoice.NONE;

    private static Item link(String name, int priority) {
        Uid uid = new Uid(new UUID(1, priority));
        ItemSpec spec = new ItemSpec.Link(
                Name.of(name), new Attachment.Endpoint(uid, uid, name + ".example", 1, "trust"), priority);
        return new Item("link/" + name, "i1:x", spec, List.of(), new Cause(new EntityKey("edge-link", "x"), 1));
    }

    private void look(boolean up, boolean reachable) {
        choice = choice.seen(LINKS, key -> up, key -> reachable, now, RULES);
    }

    private void lookOften(boolean up, boolean reachable, int times) {
        for (int i = 0; i < times; i++) {
            look(up, reachable);
        }
    }

    @Test
    void shouldBeginWithTheBest() {
        look(false, false);

        assertThat(choice.current()).contains("link/first");
    }

    @Test
    void shouldTakeTheNextAfterThreeTriesInARow() {
        lookOften(false, false, 3);
        look(true, false);
        lookOften(false, false, 2);
        assertThat(choice.current()).contains("link/first");

        look(false, false);

        assertThat(choice.current()).contains("link/spare");
    }

    @Test
    void shouldBeginAgainAfterTheLast() {
        lookOften(false, false, 1 + 3 + 3 + 3);

        assertThat(choice.current()).contains("link/first");
    }

    @Test
    void shouldGoBackWhenABetterOneCouldBeReachedForAWhileWithoutABreak() {
        lookOften(false, false, 1 + 3);
        look(true, true);
        now = now.plus(Duration.ofMinutes(4));
        look(true, false);
        look(true, true);
        now = now.plus(Duration.ofMinutes(4));
        look(true, true);
        assertThat(choice.current()).contains("link/spare");

        now = now.plus(Duration.ofMinutes(1));
        look(true, true);

        assertThat(choice.current()).contains("link/first");
    }

    @Test
    void shouldStayWhereThereIsNoOther() {
        List<Item> one = LINKS.subList(0, 1);
        for (int i = 0; i < 10; i++) {
            choice = choice.seen(one, key -> false, key -> false, now, RULES);
        }

        assertThat(choice.current()).contains("link/first");
    }

    @Test
    void shouldForgetALinkThatIsGone() {
        look(true, false);

        choice = choice.seen(List.of(), key -> true, key -> true, now, RULES);

        assertThat(choice.current()).isEqualTo(Optional.empty());
    }
}
