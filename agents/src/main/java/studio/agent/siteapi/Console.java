package studio.agent.siteapi;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.nio.file.Path;
import java.util.Optional;
import studio.agent.siteapi.Problems.Problem;

/** Serves the files of the site console, from a directory or from the program itself, if they are there. */
final class Console {

    /** Vert.x looks in the working directory first, and the source tree has a directory {@code consoles/site}. */
    private static final String PLACE = "META-INF/consoles/site";

    private static final String START = "/index.html";

    private Console() {}

    static void add(Router router, Optional<Path> directory) {
        boolean within = Console.class.getClassLoader().getResource(PLACE + START) != null;
        if (directory.isPresent()) {
            serve(
                    router,
                    StaticHandler.create(
                            FileSystemAccess.ROOT,
                            directory.get().toAbsolutePath().toString()));
        } else if (within) {
            serve(router, StaticHandler.create(PLACE));
        } else {
            router.get("/")
                    .handler(context -> Problems.answer(
                            context, Problem.NOT_FOUND, "the agent was built without it; the API is at /api/v1"));
        }
    }

    /** Pages of the console are all its first one. */
    private static void serve(Router router, StaticHandler files) {
        router.get().handler(files.setIncludeHidden(false).setCachingEnabled(true));
        router.get().handler(context -> {
            if (isPage(context)) {
                context.reroute(START);
            } else {
                context.next();
            }
        });
    }

    private static boolean isPage(RoutingContext context) {
        String path = context.normalizedPath();
        return !path.equals(START) && !path.substring(path.lastIndexOf('/')).contains(".");
    }
}
