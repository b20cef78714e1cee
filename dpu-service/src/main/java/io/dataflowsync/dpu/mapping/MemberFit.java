package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.catalog.Members;
import io.dataflowsync.contract.event.Binary;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Words of an ENUM or SET: a number that is none of them would be taken for the place of one. */
final class MemberFit implements ColumnFit {
    private final Set<String> members;
    private final boolean isSet;
    private final Misfit misfit;

    MemberFit(ColumnDefinition target, Misfit misfit) {
        this.members = Set.copyOf(Members.of(target));
        this.isSet = target.baseType().equals("set");
        this.misfit = misfit;
    }

    /** The empty text is the empty set, or what a server that is not strict has stored in an ENUM. */
    @Override
    public Object of(Object value) {
        String text = text(value);
        if (!text.isEmpty() && !isMember(text)) {
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

    private static String text(Object value) {
        if (value instanceof Binary binary) {
            return new String(binary.bytes(), StandardCharsets.UTF_8);
        }
        return value instanceof Double number ? NumberText.of(number) : value.toString();
    }
}
