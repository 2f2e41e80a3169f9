namespace TorchSharp;

public static partial class torch
{
    /// <summary>Networks: modules, losses and the operations behind them.</summary>
    public static partial class nn
    {
        /// <summary>How the losses of elements become one.</summary>
        public enum Reduction : long
        {
            /// <summary>They stay.</summary>
            None,

            /// <summary>Their mean.</summary>
            Mean,

            /// <summary>Their sum.</summary>
            Sum,
        }
    }
}
