package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ColumnType;
import io.dataflowsync.contract.table.Members;
import java.util.Set;
import java.util.regex.Pattern;

/** Words of an ENUM or SET: a number that is none of them would be taken for the place of one. */
final class MemberFit implements ColumnFit {
    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?[0-9]+\\s*");

    private final Set<String> members;
    private final boolean isCertain;
    private final boolean isSet;
    private final boolean isNumbered;
    private final Misfit misfit;

    /** @param from the source's type, of whose members a number may stand for one */
    MemberFit(ColumnType from, ColumnDefinition target, Misfit misfit) {
        this.members = Set.copyOf(Members.of(target));
        // The catalogue has a question mark for a sign that it cannot write, and writes a backslash twice: the server
        // looks such words up.
        this.isCertain = members.stream().noneMatch(member -> member.contains("?") || member.contains("\\"));
        this.isSet = target.baseType().equals("set");
        this.isNumbered = from.name().equals(target.baseType()) && members.contains("");
        this.misfit = misfit;
    }

    /** The empty text is the empty set, or what a server that is not strict has stored in an ENUM. */
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
