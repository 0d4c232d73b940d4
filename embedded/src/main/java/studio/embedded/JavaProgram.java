package studio.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program for a JVM.
 *
 * @param mainClass where it begins
 * @param classPath its jars, in order
 * @param variable the files that a build or a setting changes
 * @param options options of the JVM
 * @param arguments arguments of the program
 * @param environment its environment
 */
record JavaProgram(
        String mainClass,
        List<Path> classPath,
        List<Path> variable,
        List<String> options,
        List<String> arguments,
        Map<String, String> environment) {}
