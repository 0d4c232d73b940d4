package studio.agent.decide;

/** Signs with a word that only it knows. */
final class TestKey implements Signatures {

    private final String word;

    TestKey(String word) {
        this.word = word;
    }

    @Override
    public String sign(String text) {
        return Integer.toHexString((word + text).hashCode());
    }

    @Override
    public boolean isOurs(String text, String signature) {
        return sign(text).equals(signature);
    }
}
