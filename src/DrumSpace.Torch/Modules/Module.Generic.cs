namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module with one input.</summary>
        /// <typeparam name="T">The input's type.</typeparam>
        /// <typeparam name="TResult">The output's type.</typeparam>
        public abstract class Module<T, TResult> : Module
        {
            /// <summary>Initializes a new instance of the <see cref="Module{T, TResult}"/> class.</summary>
            /// <param name="name">The kind's name.</param>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>Computes the output; call <see cref="call"/> instead.</summary>
            /// <param name="input">The input.</param>
            /// <returns>The output.</returns>
            public abstract TResult forward(T input);

            /// <summary>Computes the output.</summary>
            /// <param name="input">The input.</param>
            /// <returns>The output.</returns>
            public TResult call(T input) => forward(input);
        }

        /// <summary>A module with two inputs.</summary>
        /// <typeparam name="T1">The first input's type.</typeparam>
        /// <typeparam name="T2">The second input's type.</typeparam>
        /// <typeparam name="TResult">The output's type.</typeparam>
        public abstract class Module<T1, T2, TResult> : Module
        {
            /// <summary>Initializes a new instance of the <see cref="Module{T1, T2, TResult}"/> class.</summary>
            /// <param name="name">The kind's name.</param>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>Computes the output; call <see cref="call"/> instead.</summary>
            /// <param name="input1">The first input.</param>
            /// <param name="input2">The second input.</param>
            /// <returns>The output.</returns>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>Computes the output.</summary>
            /// <param name="input1">The first input.</param>
            /// <param name="input2">The second input.</param>
            /// <returns>The output.</returns>
            public TResult call(T1 input1, T2 input2) => forward(input1, input2);
        }

        /// <summary>A module with three inputs.</summary>
        /// <typeparam name="T1">The first input's type.</typeparam>
        /// <typeparam name="T2">The second input's type.</typeparam>
        /// <typeparam name="T3">The third input's type.</typeparam>
        /// <typeparam name="TResult">The output's type.</typeparam>
        public abstract class Module<T1, T2, T3, TResult> : Module
        {
            /// <summary>Initializes a new instance of the <see cref="Module{T1, T2, T3, TResult}"/> class.</summary>
            /// <param name="name">The kind's name.</param>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>Computes the output; call <see cref="call"/> instead.</summary>
            /// <param name="input1">The first input.</param>
            /// <param name="input2">The second input.</param>
            /// <param name="input3">The third input.</param>
            /// <returns>The output.</returns>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3);

            /// <summary>Computes the output.</summary>
            /// <param name="input1">The first input.</param>
            /// <param name="input2">The second input.</param>
            /// <param name="input3">The third input.</param>
            /// <returns>The output.</returns>
            public TResult call(T1 input1, T2 input2, T3 input3) => forward(input1, input2, input3);
        }
    }
}
