package studio.projection.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.Platform;
import studio.domain.backbone.PortRange;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Command;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.kernel.Role;
import studio.domain.kernel.StreamKey;
import studio.domain.library.LibraryCommand;
import studio.domain.user.ApiToken;
import studio.domain.user.UserCommand;
import studio.identity.Secret;

/** Users with API tokens, and backbones of theirs with something of everything. */
public final class Tenants {

    private final History history;
    private final List<History.Told> told = new ArrayList<>();

    /** Nobody yet. */
    public Tenants(History history) {
        this.history = history;
    }

    /** What a user's API token is. */
    public static String token(String user) {
        return "token-of-" + user;
    }

    /** Makes a user with an API token. */
    public Tenants user(String name, Set<Role> roles, String... groups) {
        StreamKey stream = Stories.user(name);
        Set<Name> names = Set.of(groups).stream().map(Name::of).collect(Collectors.toSet());
        give(Stories.ROOT, stream, new UserCommand.RegisterUser(roles, names));
        give(
                actor(name),
                stream,
                new UserCommand.CreateApiToken(
                        Name.of("test"),
                        Set.of(ApiToken.Scope.READ),
                        new Secret(token(name)).digest(),
                        Optional.empty()));
        return this;
    }

    /** Makes a backbone with two linked sites. */
    public Tenants backbone(String name, Owners owners) {
        StreamKey stream = Stories.backbone(name);
        give(Stories.ROOT, stream, new BackboneCommand.CreateBackbone(owners, Owners.NOBODY));
        for (String site : List.of("east", "west")) {
            give(
                    Stories.ROOT,
                    stream,
                    new BackboneCommand.AddInteriorSite(Name.of(site), Platform.LINUX, Optional.of(site + " wing")));
        }
        give(
                Stories.ROOT,
                stream,
                new BackboneCommand.AddAccessPoint(
                        Name.of("east-peer"), Name.of("east"), AccessPoint.Use.PEER, Owners.NOBODY, Optional.empty()));
        give(
                Stories.ROOT,
                stream,
                new BackboneCommand.LinkInteriorSites(Name.of("west-east"), Name.of("west"), Name.of("east-peer"), 1));
        return this;
    }

    /** Fills a library with a service and an image in two versions, and offers it. */
    public Tenants library(String publisher, Owners offeredTo) {
        StreamKey stream = LibraryStories.library(publisher);
        LibraryStories.shelf(publisher).forEach(command -> give(Stories.ROOT, stream, command));
        return give(Stories.ROOT, stream, new LibraryCommand.ChangeLibrary(offeredTo));
    }

    /** Gives a backbone a member access point that is offered to those, and attaches a network of theirs. */
    public Tenants offered(String backbone, Owners offeredTo) {
        StreamKey stream = Stories.backbone(backbone);
        give(
                Stories.ROOT,
                stream,
                new BackboneCommand.AddAccessPoint(
                        Name.of("east-member"),
                        Name.of("east"),
                        AccessPoint.Use.MEMBER,
                        offeredTo,
                        Optional.of(new AccessPoint.Address("east.example.com", new PortRange(46000, 46009)))));
        return give(Actor.BACKBONE_ORCHESTRATOR, stream, Stories.attach("shop", offeredTo));
    }

    /** Makes a network that runs, with sites and an application. */
    public LiveNetwork network(String name, Owners owners, Owners readers) {
        return new LiveNetwork(history, name, told::add)
                .found(owners, readers)
                .populate()
                .compose()
                .decide();
    }

    /** Gives a command of which it does not matter whether it is accepted. */
    public Tenants give(Actor actor, StreamKey stream, Command command) {
        told.add(history.give(actor, stream, command));
        return this;
    }

    private static Actor actor(String user) {
        return Actor.user(Name.of(user), Set.of(), Set.of());
    }

    /** What became of all that since the last time. */
    public List<History.Told> take() {
        List<History.Told> taken = List.copyOf(told);
        told.clear();
        return taken;
    }
}
