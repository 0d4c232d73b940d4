package studio.agent.router;

/**
 * Why something that is wanted can't be asked of a router, which would take it and do something else.
 *
 * @param field what is wrong
 * @param rule  what it has to be
 */
public record Defect(String field, String rule) {
    @Override
    public String toString() {
        return field + " " + rule;
    }
}
