package io.dataflowsync.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The rights on the broker that {@code deploy/grants/kafka.sh} grants, read as kafka-acls.sh reads its options. */
final class KafkaGrants {
    private static final Path FILE = Path.of("..", "deploy", "grants", "kafka.sh");

    private KafkaGrants() {}

    /** The commands as they are written. */
    static List<String> commands() throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(line -> line.startsWith("kafka-acls.sh "))
                .toList();
    }

    /** The rights for another user and another project, one for each operation. */
    static List<AclBinding> of(String user, String project) throws IOException {
        List<AclBinding> all = new ArrayList<>();
        for (String command : commands()) {
            all.addAll(bindings(command.replace("User:dfs", "User:" + user)
                    .replace("dfs.shop.", "dfs." + project + ".")
                    .replace("dfs-shop-", "dfs-" + project + "-")));
        }
        return all;
    }

    private static List<AclBinding> bindings(String command) {
        String principal = "";
        ResourceType type = ResourceType.UNKNOWN;
        String name = "";
        PatternType pattern = PatternType.LITERAL;
        List<AclOperation> operations = new ArrayList<>();
        List<String> words = List.of(command.split(" "));
        if (!words.subList(0, 3).equals(List.of("kafka-acls.sh", "\"$@\"", "--add"))) {
            throw new IllegalArgumentException(command);
        }
        for (int i = 3; i < words.size(); i += 2) {
            String value = words.get(i + 1);
            switch (words.get(i)) {
                case "--allow-principal" -> principal = value;
                case "--operation" -> operations.add(AclOperation.valueOf(value.toUpperCase(Locale.ROOT)));
                case "--resource-pattern-type" -> pattern = PatternType.valueOf(value.toUpperCase(Locale.ROOT));
                case "--topic", "--transactional-id", "--group" -> {
                    type = ResourceType.fromString(words.get(i).substring(2).replace('-', '_'));
                    name = value;
                }
                default -> throw new IllegalArgumentException(words.get(i));
            }
        }
        ResourcePattern resource = new ResourcePattern(type, name, pattern);
        String granted = principal;
        return operations.stream()
                .map(operation -> new AclBinding(
                        resource, new AccessControlEntry(granted, "*", operation, AclPermissionType.ALLOW)))
                .toList();
    }
}
