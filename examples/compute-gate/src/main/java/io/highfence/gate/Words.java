package io.highfence.gate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What an answer says to a tenant, in JSON or in a line. Neither names a list, a law or a score. */
final class Words {
    private static final JsonMapper JSON = new JsonMapper();

    private Words() {}

    /** One JSON object. */
    static String json(Answer answer) {
        ObjectNode json = JSON.createObjectNode()
                .put("verdict", answer.verdict().name())
                .put("code", answer.code().word())
                .put("message", answer.code().words())
                .put("basis", answer.basisWord())
                .put("mayChange", answer.code().mayChange())
                .put("launch", answer.launch());
        Answer.Room room = answer.room();
        if (room != null) {
            json.put("cap", room.cap()).put("remaining", room.free()).put("unit", "TPP");
        }
        return json.toString();
    }

    /** One line. */
    static String line(Answer answer) {
        StringBuilder line = new StringBuilder(answer.code().words());
        if (answer.basis() != null) {
            line.append(" Basis: ").append(answer.basisWord()).append('.');
        }
        Answer.Room room = answer.room();
        if (room != null) {
            line.append(" Cap: ")
                    .append(room.cap())
                    .append(" TPP, of which ")
                    .append(room.free())
                    .append(" are free.");
        }
        return line.append(" Reference: ").append(answer.launch()).append('.').toString();
    }

    /** The ids of the reasons in a line, cut after a number of letters with a sign that it was. */
    static String reasons(Answer answer, int most) {
        String line = String.join(", ", answer.reasons());
        return line.length() <= most ? line : line.substring(0, most - 3) + "...";
    }
}
