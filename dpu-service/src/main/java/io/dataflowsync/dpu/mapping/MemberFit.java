package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ColumnType;
import io.dataflowsync.contract.table.Members;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Accepts the members of an ENUM or a SET. A number that is not a member is refused: the server would take it for the index of a member.
 */
final class MemberFit implements ColumnFit {
    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?[0-9]+\\s*");

    private final Set<String> members;
    private final boolean isCertain;
    private final boolean isSet;
    private final boolean isNumbered;
    private final Misfit misfit;

    /** @param from the source's type; if it is the same, a number may stand for one of its members */
    MemberFit(ColumnType from, ColumnDefinition target, Misfit misfit) {
        this.members = Set.copyOf(Members.of(target));
        // The catalogue shows a question mark for a character that it cannot write, and writes a backslash twice: the
        // server compares such
        // words itself.
        this.isCertain = members.stream().noneMatch(member -> member.contains("?") || member.contains("\\"));
        this.isSet = target.baseType().equals("set");
        this.isNumbered = from.name().equals(target.baseType()) && members.contains("");
        this.misfit = misfit;
    }

    /** The value as it is written. The empty text is the empty set, or the value that a server that is not strict has stored in an ENUM. */
    @Override
    public Object of(Object value) {
        if (isNumbered && value instanceof Number) {
            return value;
        }
        String text = ColumnFit.text(value);
        if (!text.isEmpty()
                && !isMember(text)
                && (isCertain || NUMBER.matcher(text).matches())) {
            throw misfit.misread(text);
        }
        return text;
    }

    private boolean isMember(String text) {
        if (!isSet) {
            return members.contains(text);
        }
        for (String word : text.split(",", -1)) {
            if (!members.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
