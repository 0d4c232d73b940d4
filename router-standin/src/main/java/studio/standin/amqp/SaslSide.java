package studio.standin.amqp;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.qpid.proton.engine.Sasl;
import org.apache.qpid.proton.engine.SaslListener;
import org.apache.qpid.proton.engine.Transport;

/** One side's part in the SASL exchange. The mechanisms are those of certificates and of nobody: EXTERNAL and ANONYMOUS. */
public final class SaslSide implements SaslListener {

    private final List<String> mechanisms;
    private final Predicate<String> accepted;
    private final boolean server;
    private Optional<String> chosen = Optional.empty();
    private boolean failed;

    private SaslSide(List<String> mechanisms, Predicate<String> accepted, boolean server) {
        this.mechanisms = mechanisms;
        this.accepted = accepted;
        this.server = server;
    }

    /** A server that offers these mechanisms and asks whether the peer may use the one it took. */
    public static SaslSide server(List<String> mechanisms, Predicate<String> accepted) {
        return new SaslSide(mechanisms, accepted, true);
    }

    /** A client that takes the first of these that is offered. */
    public static SaslSide client(List<String> mechanisms) {
        return new SaslSide(mechanisms, mechanism -> true, false);
    }

    void attach(Transport transport) {
        Sasl sasl = transport.sasl();
        if (server) {
            sasl.server();
            sasl.allowSkip(false);
            sasl.setMechanisms(mechanisms.toArray(String[]::new));
        } else {
            sasl.client();
        }
        sasl.setListener(this);
    }

    /** The mechanism that was taken. */
    public Optional<String> mechanism() {
        return chosen;
    }

    boolean failed() {
        return failed;
    }

    @Override
    public void onSaslMechanisms(Sasl sasl, Transport transport) {
        List<String> offered = List.of(sasl.getRemoteMechanisms());
        chosen = mechanisms.stream().filter(offered::contains).findFirst();
        if (chosen.isEmpty()) {
            failed = true;
            sasl.done(Sasl.PN_SASL_AUTH);
            transport.close_tail();
            return;
        }
        sasl.setMechanisms(chosen.get());
        sasl.send(new byte[0], 0, 0);
    }

    @Override
    public void onSaslInit(Sasl sasl, Transport transport) {
        chosen = Optional.of(sasl.getRemoteMechanisms()[0]);
        boolean good = chosen.filter(mechanisms::contains).filter(accepted).isPresent();
        failed = !good;
        sasl.done(good ? Sasl.PN_SASL_OK : Sasl.PN_SASL_AUTH);
    }

    @Override
    public void onSaslOutcome(Sasl sasl, Transport transport) {
        failed = sasl.getOutcome() != Sasl.PN_SASL_OK;
        if (failed) {
            transport.close_tail();
        }
    }

    @Override
    public void onSaslChallenge(Sasl sasl, Transport transport) {
        sasl.done(Sasl.PN_SASL_AUTH);
    }

    @Override
    public void onSaslResponse(Sasl sasl, Transport transport) {
        sasl.done(Sasl.PN_SASL_AUTH);
    }
}
