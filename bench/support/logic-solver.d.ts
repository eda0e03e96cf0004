/** What is used of logic-solver, which has no types of its own. */
declare module 'logic-solver' {
  namespace Logic {
    interface Formula {
      readonly type: string;
    }
    type Operand = Formula | string;
    type Operands = Operand | readonly Operand[];
    const FALSE: string;
    function or(...of: readonly Operands[]): Formula;
    function and(...of: readonly Operands[]): Formula;
    function xor(...of: readonly Operands[]): Formula;
    function not(of: Operand): Formula | string;
    function exactlyOne(...of: readonly Operands[]): Formula;
    class Solver {
      require(...of: readonly Operands[]): void;
      solve(): object | null;
      solveAssuming(formula: Operand): object | null;
    }
  }
  export default Logic;
}
