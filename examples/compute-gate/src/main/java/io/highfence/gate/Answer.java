package io.highfence.gate;

import io.highfence.Reason;
import io.highfence.base.Decimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the gate says of a launch. Its words and its basis may be shown to the tenant; the ids of its reasons are for the provider.
 *
 * @param code what it says
 * @param launch the id of the launch, under which the provider finds the reasons; never blank
 * @param basis what kind of rule stands behind a refusal or a cap, or null if neither is there
 * @param reasons ids of what was found, such as {@code SDN_BLOCKED/party 0}; advisories are left out
 * @param room what the tenant may still run, or null if it has no cap or was not looked at
 * @param stamp the digest of all that went into the decision, or null if none was made
 */
record Answer(
        Code code,
        String launch,
        Reason.@Nullable Basis basis,
        List<String> reasons,
        @Nullable Room room,
        @Nullable String stamp) {

    /**
     * The room under a cap, in total processing performance.
     *
     * @param capMillionths the cap
     * @param freeMillionths what is free; a launch that is allowed is counted, one that is refused is not
     */
    record Room(long capMillionths, long freeMillionths) {
        String cap() {
            return Decimal.toString(capMillionths);
        }

        String free() {
            return Decimal.toString(freeMillionths);
        }
    }

    /** The four answers. */
    enum Verdict {
        ALLOW,
        ALLOW_WITH_CAP,
        HOLD,
        DENY
    }

    /** What the gate says, with its status in HTTP and words for the tenant, which name no list, no law and no score. */
    enum Code {
        /** It may start. */
        ALLOWED(200, "The launch may start."),
        /** A person at the provider must look. */
        REVIEW(
                403,
                "This launch is on hold until the provider has reviewed it. You need not do anything; try again later."),
        /** A fact about the tenant is missing. */
        FACTS_MISSING(
                403,
                "This launch is on hold since the provider lacks facts about your account. Complete them, and try again."),
        /** It does not fit under the tenant's cap. */
        OVER_CAP(
                429,
                "This launch is larger than what is left of the cap of your account. Ask for less, or later, or for more."),
        /** Barred. */
        BLOCKED(403, "This launch cannot be offered to your account."),
        /** Nobody knows who asks. */
        UNKNOWN_TENANT(403, "The provider does not know the account that asks for this launch."),
        /** The request does not say what it must. */
        NOT_UNDERSTOOD(400, "The provider does not understand what is to be launched."),
        /** A launch of this id was asked for before. */
        REPEATED(409, "A launch of this id was asked for before."),
        /** The gate cannot judge now: its lists are too old, or it failed. */
        UNAVAILABLE(503, "Launches cannot be checked at the moment. Running work is not affected; try again later.");

        private final int status;
        private final String words;

        Code(int status, String words) {
            this.status = status;
            this.words = words;
        }

        int status() {
            return status;
        }

        String words() {
            return words;
        }

        /** Whether the same request may be answered otherwise later, with nothing changed in it. */
        boolean mayChange() {
            return this == REVIEW || this == FACTS_MISSING || this == OVER_CAP || this == UNAVAILABLE;
        }

        /** The code in small letters, for programs. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Answer {
        reasons = List.copyOf(reasons);
    }

    /** A refusal for a reason of the gate's own. */
    static Answer refused(Code code, String launch, String reason) {
        return new Answer(code, launch, Reason.Basis.POLICY, List.of(reason), null, null);
    }

    boolean isAllowed() {
        return code == Code.ALLOWED;
    }

    Verdict verdict() {
        return isAllowed()
                ? room == null ? Verdict.ALLOW : Verdict.ALLOW_WITH_CAP
                : code.mayChange() ? Verdict.HOLD : Verdict.DENY;
    }

    /** The word for the basis, or null. */
    @Nullable
    String basisWord() {
        return basis == null ? null : basis.name().toLowerCase(Locale.ROOT);
    }
}
