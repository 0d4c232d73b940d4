package studio.embedded;

import io.quarkus.runner.GeneratedMain;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A project with the real broker, database and registry, in which a test builds the services. */
record StandInProject(Path root) {

    static StandInProject in(Path root) throws IOException {
        Path target = Files.createDirectories(root.resolve("embedded/target"));
        Path distribution = Distribution.find().cache().resolveSibling("");
        Files.createSymbolicLink(target.resolve("distribution"), distribution);
        return new StandInProject(root);
    }

    Distribution distribution() {
        return new Distribution(root);
    }

    /** Builds a service; another {@code version} is another program. */
    void build(String module, String version) throws IOException {
        Path app = root.resolve(module).resolve("target/quarkus-app");
        for (String directory : new String[] {"app", "quarkus", "lib/boot", "lib/main"}) {
            Files.createDirectories(app.resolve(directory));
        }
        Files.writeString(app.resolve("quarkus-run.jar"), "");
        String type = GeneratedMain.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(app.resolve("quarkus/generated-bytecode.jar"));
                JarOutputStream jar = new JarOutputStream(file);
                InputStream code = Distribution.class.getResourceAsStream("/" + type)) {
            jar.setComment(version);
            jar.putNextEntry(new JarEntry(type));
            code.transferTo(jar);
        }
    }
}
