package studio.standin.policy;

import java.util.List;
import java.util.stream.Stream;

/** Addresses that a rule allows: literals whose last asterisk stands for any rest, or patterns of whole tokens. */
sealed interface AddressList {

    /** Where the user's name goes. */
    String USER = "${user}";

    /** May that user take this address? */
    boolean allows(String address, String user);

    /** Nobody may anything. */
    record Nothing() implements AddressList {
        @Override
        public boolean allows(String address, String user) {
            return false;
        }
    }

    /** Literals with the user's name put in; one that ends with an asterisk stands for all that begin so. */
    record Literals(List<String> rules) implements AddressList {
        static Literals of(String csv) {
            return new Literals(split(csv));
        }

        @Override
        public boolean allows(String address, String user) {
            return !address.isEmpty()
                    && rules.stream().map(rule -> rule.replace(USER, user)).anyMatch(rule -> matches(rule, address));
        }

        private static boolean matches(String rule, String address) {
            return rule.endsWith("*") ? address.startsWith(rule.substring(0, rule.length() - 1)) : address.equals(rule);
        }
    }

    /** Patterns of tokens between slashes or dots: an asterisk is one token, a hash any number. */
    record Patterns(List<String> rules) implements AddressList {
        static Patterns of(String csv) {
            return new Patterns(split(csv));
        }

        @Override
        public boolean allows(String address, String user) {
            List<String> tokens = tokens(address);
            return !address.isEmpty()
                    && rules.stream()
                            .map(rule -> tokens(rule).stream()
                                    .map(token -> token.replace(USER, user))
                                    .toList())
                            .anyMatch(rule -> matches(rule, tokens));
        }

        private static List<String> tokens(String address) {
            return List.of(address.split("[./]"));
        }

        private static boolean matches(List<String> rule, List<String> tokens) {
            if (rule.isEmpty()) {
                return tokens.isEmpty();
            }
            List<String> rest = rule.subList(1, rule.size());
            if (rule.getFirst().equals("#")) {
                return matches(rest, tokens) || (!tokens.isEmpty() && matches(rule, tokens.subList(1, tokens.size())));
            }
            return !tokens.isEmpty()
                    && (rule.getFirst().equals("*") || rule.getFirst().equals(tokens.getFirst()))
                    && matches(rest, tokens.subList(1, tokens.size()));
        }
    }

    private static List<String> split(String csv) {
        return Stream.of(csv.split(","))
                .map(String::trim)
                .filter(rule -> !rule.isEmpty())
                .toList();
    }
}
