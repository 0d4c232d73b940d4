package studio.agent.member;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A program of an application: answers each line with a greeting, or sends lines and prints the answers. */
public final class EchoProgram {

    private EchoProgram() {}

    /** Answers at host and port, or asks there. */
    @SuppressWarnings("checkstyle:standardOutput")
    public static void main(String[] words) throws IOException {
        PrintStream out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        String host = words[1];
        int port = Integer.parseInt(words[2]);
        if (words[0].equals("serve")) {
            serve(host, port, words[3], out);
        } else {
            ask(host, port, words[3], out);
        }
    }

    private static void serve(String host, int port, String greeting, PrintStream out) throws IOException {
        try (ServerSocket server = new ServerSocket(port, 50, InetAddress.getByName(host))) {
            out.println("serving at " + host + ":" + port);
            while (true) {
                try (Socket socket = server.accept()) {
                    String line = line(socket);
                    socket.getOutputStream().write((greeting + " " + line + "\n").getBytes(StandardCharsets.UTF_8));
                } catch (IOException gone) {
                    out.println("a caller went away");
                }
            }
        }
    }

    private static void ask(String host, int port, String word, PrintStream out) {
        while (true) {
            try (Socket socket = new Socket(host, port)) {
                socket.getOutputStream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
                out.println("answer: " + line(socket));
            } catch (IOException notYet) {
                out.println("no answer yet: " + notYet.getMessage());
            }
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }
    }

    private static String line(Socket socket) throws IOException {
        return String.valueOf(
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine());
    }
}
