/* What the Microsoft linker and C runtime provide to the .NET runtime's object files in assembler or as sections: the stack probe, the
 * stack cookie's check, control flow guard's pointers, thread local storage, and the tables of initialisers. x86-64, GNU syntax. */

    .text

/* Probes rax bytes of stack below rsp, page by page, and changes no register (the convention of __chkstk). */
    .globl __chkstk
__chkstk:
    pushq %rcx
    pushq %rax
    leaq 24(%rsp), %rcx
    cmpq $0x1000, %rax
    jb 2f
1:  subq $0x1000, %rcx
    orq $0, (%rcx)
    subq $0x1000, %rax
    cmpq $0x1000, %rax
    ja 1b
2:  subq %rax, %rcx
    orq $0, (%rcx)
    popq %rax
    popq %rcx
    ret

/* Compares rcx with the cookie, whose upper 16 bits are zero. It runs between a function's result and its return, so rax and xmm0 stay. */
    .globl __security_check_cookie
__security_check_cookie:
    cmpq __security_cookie(%rip), %rcx
    jne 1f
    rolq $16, %rcx
    testw $0xffff, %cx
    jne 2f
    ret
2:  rorq $16, %rcx
1:  jmp __report_gsfailure

/* Control flow guard is off: calls go through these pointers all the same. */
call_target:
    jmp *%rax
accept_target:
    ret

    .section .rdata,"dr"
    .balign 8
    .globl __guard_dispatch_icall_fptr
__guard_dispatch_icall_fptr: .quad call_target
    .globl __guard_check_icall_fptr
__guard_check_icall_fptr: .quad accept_target

/* Thread local storage: the sections sort by name, so that these stand around all others. */
    .section .tls,"dw"
    .balign 16
tls_start: .quad 0
    .section .tls$ZZZ,"dw"
tls_end: .quad 0
    .section .tls$,"dw"
    .globl __tls_guard
__tls_guard: .byte 0
    .section .CRT$XLA,"dr"
    .balign 8
tls_callbacks: .quad 0
    .section .CRT$XLC,"dr"
    .balign 8
    .quad __dyn_tls_init
    .section .CRT$XLZ,"dr"
    .balign 8
    .quad 0

/* IMAGE_TLS_DIRECTORY64, which the linker finds by its name. */
    .section .rdata$T,"dr"
    .balign 8
    .globl _tls_used
_tls_used:
    .quad tls_start
    .quad tls_end
    .quad _tls_index
    .quad tls_callbacks + 8
    .long 0
    .long 0x00500000 /* IMAGE_SCN_ALIGN_16BYTES */

/* The address of the calling thread's __tls_guard. */
    .text
    .globl find_tls_guard
find_tls_guard:
    movl _tls_index(%rip), %eax
    movq %gs:0x58, %rcx
    movq (%rcx,%rax,8), %rax
    leaq __tls_guard@SECREL32(%rax), %rax
    ret

/* The initialisers of C (which can fail), of C++, and of each thread. */
    .section .CRT$XIA,"dr"
    .balign 8
    .globl c_first
c_first: .quad 0
    .section .CRT$XIZ,"dr"
    .balign 8
    .globl c_last
c_last: .quad 0
    .section .CRT$XCA,"dr"
    .balign 8
    .globl cpp_first
cpp_first: .quad 0
    .section .CRT$XCZ,"dr"
    .balign 8
    .globl cpp_last
cpp_last: .quad 0
    .section .CRT$XDA,"dr"
    .balign 8
    .globl thread_first
thread_first: .quad 0
    .section .CRT$XDZ,"dr"
    .balign 8
    .globl thread_last
thread_last: .quad 0

/* Names of C++, as Microsoft's compiler spells them, which neither GNU's assembler nor C can: the linker maps them to runtime.c's. */
    .section .drectve,"yn"
    .ascii " /alternatename:??2@YAPEAX_K@Z=allocate"
    .ascii " /alternatename:??_U@YAPEAX_K@Z=allocate"
    .ascii " /alternatename:??2@YAPEAX_KAEBUnothrow_t@std@@@Z=try_allocate"
    .ascii " /alternatename:??_U@YAPEAX_KAEBUnothrow_t@std@@@Z=try_allocate"
    .ascii " /alternatename:??3@YAXPEAX@Z=release"
    .ascii " /alternatename:??3@YAXPEAX_K@Z=release"
    .ascii " /alternatename:??_V@YAXPEAX@Z=release"
    .ascii " /alternatename:??_V@YAXPEAX_K@Z=release"
    .ascii " /alternatename:?nothrow@std@@3Unothrow_t@1@B=nothrow"
