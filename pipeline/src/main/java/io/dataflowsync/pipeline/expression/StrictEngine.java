package io.dataflowsync.pipeline.expression;

import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlOptions;
import org.apache.commons.jexl3.internal.Engine;
import org.apache.commons.jexl3.internal.Frame;
import org.apache.commons.jexl3.internal.Interpreter;
import org.apache.commons.jexl3.parser.ASTEmptyFunction;
import org.apache.commons.jexl3.parser.ASTSizeFunction;
import org.apache.commons.jexl3.parser.JexlNode;

/**
 * Runs JEXL so that every exception reaches the caller. By default JEXL takes a missing column for NULL on the left of {@code ??} and in
 * the condition of a choice, and in {@code empty()} every value that cannot be computed.
 */
final class StrictEngine extends Engine {
    StrictEngine(JexlBuilder language) {
        super(language);
    }

    @Override
    protected Interpreter createInterpreter(JexlContext row, Frame frame, JexlOptions options) {
        return new Strict(this, options, row, frame);
    }

    private static final class Strict extends Interpreter {
        Strict(Engine engine, JexlOptions options, JexlContext row, Frame frame) {
            super(engine, options, row, frame);
        }

        @Override
        protected boolean isTernaryProtected(JexlNode node) {
            return false;
        }

        @Override
        protected Object visit(ASTEmptyFunction node, Object data) {
            return operators.empty(node, node.jjtGetChild(0).jjtAccept(this, data));
        }

        @Override
        protected Object visit(ASTSizeFunction node, Object data) {
            return operators.size(node, node.jjtGetChild(0).jjtAccept(this, data));
        }
    }
}
