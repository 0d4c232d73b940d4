package studio.projection.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import studio.domain.kernel.Uid;
import studio.domain.network.Endpoint;
import studio.feed.frame.Frame;
import studio.schema.feed.FrameCodec;

/**
 * Whoever decides at a site, through the network's home.
 *
 * @param site the site
 * @param key  the site's private key, in PEM form
 */
record Participant(Uid site, String key) {

    /** What a site says, as its home passes it on. */
    static Frame.FromSite fromSite(Uid site, Frame.Up frame) {
        return new Frame.FromSite("site/" + site, ByteBuffer.wrap(FrameCodec.encode(frame)));
    }

    Frame.FromSite fromSite(Frame.Up frame) {
        return fromSite(site, frame);
    }

    /** A signed decision to accept what the endpoint is now. */
    Frame.Decide accepts(Endpoint endpoint, long seq) throws GeneralSecurityException {
        Frame.Decide unsigned = new Frame.Decide(
                seq,
                endpoint.meta().uid().toString(),
                endpoint.digest(),
                "accept",
                "",
                ByteBuffer.wrap("{}".getBytes(StandardCharsets.UTF_8)),
                "pat",
                ByteBuffer.allocate(0));
        byte[] der = Base64.getMimeDecoder().decode(key.replaceAll("-----[^-]+-----", ""));
        PrivateKey own = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(own);
        signature.update(unsigned.signed());
        return signed(unsigned, seq, ByteBuffer.wrap(Base64.getEncoder().encode(signature.sign())));
    }

    /** The same decision under another number, which nobody signed. */
    Frame.Decide withNumber(Frame.Decide decision, long seq) {
        return signed(decision, seq, decision.signature());
    }

    private static Frame.Decide signed(Frame.Decide decision, long seq, ByteBuffer signature) {
        return new Frame.Decide(
                seq,
                decision.endpoint(),
                decision.digest(),
                decision.verdict(),
                decision.reason(),
                decision.inputs(),
                decision.by(),
                signature);
    }

    /** What became of a decision, as its home is told. */
    Frame.Decided decided(Frame.Down frame) {
        Frame.ToSite toSite = (Frame.ToSite) frame;
        assertThat(toSite.site()).isEqualTo("site/" + site);
        ByteBuffer content = toSite.frame().duplicate();
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return (Frame.Decided) FrameCodec.decodeDown(bytes);
    }
}
