package studio.agent.member;

import io.vertx.core.Vertx;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import studio.agent.TestAuthority;
import studio.agent.TestNetwork;
import studio.domain.kernel.Digest;
import studio.domain.library.ArchiveUrl;
import studio.domain.library.Artifacts;
import studio.domain.network.AcceptancePolicy;

/** An agent in a process of its own, which always gets the same document. It says when its one process runs. */
public final class LonelyAgent {

    private LonelyAgent() {}

    /** Runs in a directory a process of the archive with that URL and digest, until it is killed. */
    public static void main(String[] words) throws IOException {
        Artifacts.Archive archive =
                new Artifacts.Archive(new ArchiveUrl(words[1]), new Digest(words[2]), List.of("bin/run"));
        TestNetwork network = new TestNetwork();
        TestMember member = new TestMember(
                "shop",
                network,
                AcceptancePolicy.ACCEPT_ALL,
                Path.of(words[0]),
                Vertx.vertx(),
                new TestAuthority("members"));
        network.given(TestNetwork.process(
                "web", TestNetwork.image("web", "1", archive, List.of("acme/web"), List.of()), member.ref()));
        member.send();
        long pid = member.pid("web");
        MemberView view = member.await(seen -> seen.router().state().equals("running"));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println("runs " + pid + " "
                + member.site().router().running().map(ProcessHandle::pid).orElse(0L) + " "
                + view.components().getFirst().state());
        while (true) {
            LockSupport.park();
        }
    }
}
