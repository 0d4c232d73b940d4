package studio.agent.main;

import studio.agent.enrol.Enrolment;

/** Words for people. */
final class Words {

    private Words() {}

    static String of(Enrolment.Role role) {
        return switch (role) {
            case INTERIOR -> "backbone";
            case MEMBER -> "network";
        };
    }
}
