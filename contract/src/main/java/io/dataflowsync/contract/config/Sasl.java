package io.dataflowsync.contract.config;

/** How a client of the broker says who it is. */
public record Sasl(Mechanism mechanism, String user, Secret password) {

    /** How the password gets to the broker. */
    public enum Mechanism {
        SCRAM_SHA_256("SCRAM-SHA-256"),
        SCRAM_SHA_512("SCRAM-SHA-512"),
        /** As it is: for encrypted connections. */
        PLAIN("PLAIN");

        private final String word;

        Mechanism(String word) {
            this.word = word;
        }

        /** Its registered name, which the pipeline file writes too. */
        public String word() {
            return word;
        }
    }
}
